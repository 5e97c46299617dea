using PersonalizationEngine.Adapters.Tests.Sql.Decisions;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteKeptDecisionsTests(SqliteStores stores) : KeptDecisionsContract(stores);
