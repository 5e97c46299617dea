using PersonalizationEngine.Adapters.Tests.Sql.Delivery;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteDeliveriesTests(SqliteStores stores) : DeliveriesContract(stores);
