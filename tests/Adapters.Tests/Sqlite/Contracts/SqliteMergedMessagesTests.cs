using PersonalizationEngine.Adapters.Tests.Sql.Delivery;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteMergedMessagesTests(SqliteStores stores) : MergedMessagesContract(stores);
