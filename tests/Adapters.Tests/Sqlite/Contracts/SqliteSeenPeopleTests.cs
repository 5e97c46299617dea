using PersonalizationEngine.Adapters.Tests.Sql.People;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteSeenPeopleTests(SqliteStores stores) : SeenPeopleContract(stores);
