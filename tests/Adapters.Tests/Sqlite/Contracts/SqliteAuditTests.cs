using PersonalizationEngine.Adapters.Tests.Sql.Auditing;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteAuditTests(SqliteStores stores) : AuditContract(stores);
