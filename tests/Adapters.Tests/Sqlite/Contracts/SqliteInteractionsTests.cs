using PersonalizationEngine.Adapters.Tests.Sql.Items;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteInteractionsTests(SqliteStores stores) : InteractionsContract(stores);
