using PersonalizationEngine.Adapters.Tests.Sql.Scoring;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteWatchThresholdsTests(SqliteStores stores) : WatchThresholdsContract(stores);
