using PersonalizationEngine.Adapters.Tests.Sql.Endpoints;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlEndpointsTests(MySqlStores stores) : EndpointsContract(stores);
