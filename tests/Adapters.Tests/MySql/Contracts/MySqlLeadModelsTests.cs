using PersonalizationEngine.Adapters.Tests.Sql.Definitions;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlLeadModelsTests(MySqlStores stores) : LeadModelsContract(stores);
