using PersonalizationEngine.Adapters.Tests.Sql.People;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqlitePeopleListingTests(SqliteStores stores) : PeopleListingContract(stores);
