using PersonalizationEngine.Adapters.Tests.Sql;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteStoreFiguresTests(SqliteStores stores) : StoreFiguresContract(stores);
