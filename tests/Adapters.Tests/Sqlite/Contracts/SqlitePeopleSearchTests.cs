using PersonalizationEngine.Adapters.Tests.Sql.Leads;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqlitePeopleSearchTests(SqliteStores stores) : PeopleSearchContract(stores);
