using PersonalizationEngine.Adapters.Tests.Sql.Scoring;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteModelScoresTests(SqliteStores stores) : ModelScoresContract(stores);
