using PersonalizationEngine.Adapters.Tests.Sql.Decisions;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlKeptDecisionsTests(MySqlStores stores) : KeptDecisionsContract(stores);
