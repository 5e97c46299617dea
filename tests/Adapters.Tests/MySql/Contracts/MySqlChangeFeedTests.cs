using PersonalizationEngine.Adapters.Tests.Sql.Endpoints;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlChangeFeedTests(MySqlStores stores) : ChangeFeedContract(stores);
