using PersonalizationEngine.Adapters.Tests.Sql.Sync;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlSyncedRecordsTests(MySqlStores stores) : SyncedRecordsContract(stores);
