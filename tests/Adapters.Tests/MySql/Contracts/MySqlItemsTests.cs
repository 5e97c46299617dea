using PersonalizationEngine.Adapters.Tests.Sql.Items;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlItemsTests(MySqlStores stores) : ItemsContract(stores);
