using PersonalizationEngine.Adapters.Tests.Sql.People;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlPeopleTests(MySqlStores stores) : PeopleContract(stores);
