using PersonalizationEngine.Adapters.Tests.Sql.PushTokens;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqlitePushTokensTests(SqliteStores stores) : PushTokensContract(stores);
