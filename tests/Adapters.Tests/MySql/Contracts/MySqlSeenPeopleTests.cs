using PersonalizationEngine.Adapters.Tests.Sql.People;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlSeenPeopleTests(MySqlStores stores) : SeenPeopleContract(stores);
