using PersonalizationEngine.Adapters.Tests.Sql.Overview;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlDecisionMinutesTests(MySqlStores stores) : DecisionMinutesContract(stores);
