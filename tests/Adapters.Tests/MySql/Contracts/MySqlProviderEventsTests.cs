using PersonalizationEngine.Adapters.Tests.Sql.Delivery;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlProviderEventsTests(MySqlStores stores) : ProviderEventsContract(stores);
