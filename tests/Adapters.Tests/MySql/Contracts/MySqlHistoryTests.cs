using PersonalizationEngine.Adapters.Tests.Sql.Definitions;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlHistoryTests(MySqlStores stores) : HistoryContract(stores);
