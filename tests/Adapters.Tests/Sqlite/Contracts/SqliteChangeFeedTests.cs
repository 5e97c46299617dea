using PersonalizationEngine.Adapters.Tests.Sql.Endpoints;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteChangeFeedTests(SqliteStores stores) : ChangeFeedContract(stores);
