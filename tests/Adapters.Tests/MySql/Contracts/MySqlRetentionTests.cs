using PersonalizationEngine.Adapters.Tests.Sql.Retention;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlRetentionTests(MySqlStores stores) : RetentionContract(stores);
