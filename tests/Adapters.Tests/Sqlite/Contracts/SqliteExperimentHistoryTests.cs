using PersonalizationEngine.Adapters.Tests.Sql.Experiments;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteExperimentHistoryTests(SqliteStores stores) : ExperimentHistoryContract(stores);
