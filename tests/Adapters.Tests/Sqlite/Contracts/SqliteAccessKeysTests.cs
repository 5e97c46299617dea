using PersonalizationEngine.Adapters.Tests.Sql.Access;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteAccessKeysTests(SqliteStores stores) : AccessKeysContract(stores);
