using PersonalizationEngine.Adapters.Tests.Sql.Leads;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqlitePersonRecordsTests(SqliteStores stores) : PersonRecordsContract(stores);
