using PersonalizationEngine.Adapters.Tests.Sql.Sync;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteSyncBehaviourTests(SqliteStores stores) : SyncBehaviourContract(stores);
