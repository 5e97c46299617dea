using PersonalizationEngine.Adapters.Tests.Sql.Scoring;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlWatchThresholdsTests(MySqlStores stores) : WatchThresholdsContract(stores);
