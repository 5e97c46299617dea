using PersonalizationEngine.Adapters.Tests.Sql.PushTokens;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlPushTokensTests(MySqlStores stores) : PushTokensContract(stores);
