using PersonalizationEngine.Adapters.Tests.Sql.Ingestion;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqlitePersonMergeTests(SqliteStores stores) : PersonMergeContract(stores);
