using PersonalizationEngine.Adapters.Tests.Sql.Experiments;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlExperimentFactsTests(MySqlStores stores) : ExperimentFactsContract(stores);
