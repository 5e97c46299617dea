using PersonalizationEngine.Adapters.Tests.Sql.Delivery;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlSuppressionsTests(MySqlStores stores) : SuppressionsContract(stores);
