using PersonalizationEngine.Adapters.Tests.Sql.Auditing;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlAuditTests(MySqlStores stores) : AuditContract(stores);
