using PersonalizationEngine.Adapters.Tests.Sql.Digests;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteDigestsTests(SqliteStores stores) : DigestsContract(stores);
