using PersonalizationEngine.Adapters.Tests.Sql.Leads;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlPeopleSearchTests(MySqlStores stores) : PeopleSearchContract(stores);
