using PersonalizationEngine.Adapters.Tests.Sql.Leads;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqlitePersonTimelineTests(SqliteStores stores) : PersonTimelineContract(stores);
