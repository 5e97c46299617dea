using PersonalizationEngine.Adapters.Tests.Sql.Access;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlAccessKeysTests(MySqlStores stores) : AccessKeysContract(stores);
