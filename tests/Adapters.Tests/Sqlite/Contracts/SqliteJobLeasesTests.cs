using PersonalizationEngine.Adapters.Tests.Sql.Sync;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteJobLeasesTests(SqliteStores stores) : JobLeasesContract(stores);
