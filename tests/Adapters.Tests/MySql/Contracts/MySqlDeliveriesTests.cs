using PersonalizationEngine.Adapters.Tests.Sql.Delivery;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlDeliveriesTests(MySqlStores stores) : DeliveriesContract(stores);
