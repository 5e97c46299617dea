using PersonalizationEngine.Adapters.Tests.Sql.Definitions;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlContentRulesTests(MySqlStores stores) : ContentRulesContract(stores);
