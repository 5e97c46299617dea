using PersonalizationEngine.Adapters.Tests.Sql.Overview;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteDecisionMinutesTests(SqliteStores stores) : DecisionMinutesContract(stores);
