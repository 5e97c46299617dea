using PersonalizationEngine.Adapters.Tests.Sql.Retention;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteRetentionTests(SqliteStores stores) : RetentionContract(stores);
