using PersonalizationEngine.Adapters.Tests.Sql.Delivery;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlMergedMessagesTests(MySqlStores stores) : MergedMessagesContract(stores);
