using PersonalizationEngine.Adapters.Tests.Sql.Items;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlInteractionsTests(MySqlStores stores) : InteractionsContract(stores);
