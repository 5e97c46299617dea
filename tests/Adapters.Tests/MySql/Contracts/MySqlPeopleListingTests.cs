using PersonalizationEngine.Adapters.Tests.Sql.People;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlPeopleListingTests(MySqlStores stores) : PeopleListingContract(stores);
