using PersonalizationEngine.Adapters.Tests.Sql.Delivery;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlMessageRequestsTests(MySqlStores stores) : MessageRequestsContract(stores);
