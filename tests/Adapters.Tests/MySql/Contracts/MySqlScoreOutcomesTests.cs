using PersonalizationEngine.Adapters.Tests.Sql.Scoring;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlScoreOutcomesTests(MySqlStores stores) : ScoreOutcomesContract(stores);
