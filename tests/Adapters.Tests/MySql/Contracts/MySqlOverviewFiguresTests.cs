using PersonalizationEngine.Adapters.Tests.Sql.Overview;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlOverviewFiguresTests(MySqlStores stores) : OverviewFiguresContract(stores);
