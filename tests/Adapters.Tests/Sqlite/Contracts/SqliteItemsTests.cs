using PersonalizationEngine.Adapters.Tests.Sql.Items;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteItemsTests(SqliteStores stores) : ItemsContract(stores);
