using PersonalizationEngine.Adapters.Tests.Sql;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlStoreFiguresTests(MySqlStores stores) : StoreFiguresContract(stores);
