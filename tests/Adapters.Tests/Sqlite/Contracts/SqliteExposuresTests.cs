using PersonalizationEngine.Adapters.Tests.Sql.Feedback;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteExposuresTests(SqliteStores stores) : ExposuresContract(stores);
