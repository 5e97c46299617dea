using PersonalizationEngine.Adapters.Tests.Sql.Experiments;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlExperimentHistoryTests(MySqlStores stores) : ExperimentHistoryContract(stores);
