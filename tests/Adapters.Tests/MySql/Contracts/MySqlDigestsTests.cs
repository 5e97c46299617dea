using PersonalizationEngine.Adapters.Tests.Sql.Digests;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlDigestsTests(MySqlStores stores) : DigestsContract(stores);
