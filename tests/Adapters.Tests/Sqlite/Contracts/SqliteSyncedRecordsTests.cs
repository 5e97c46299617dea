using PersonalizationEngine.Adapters.Tests.Sql.Sync;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteSyncedRecordsTests(SqliteStores stores) : SyncedRecordsContract(stores);
