using PersonalizationEngine.Adapters.Tests.Sql.Delivery;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteMessageRequestsTests(SqliteStores stores) : MessageRequestsContract(stores);
