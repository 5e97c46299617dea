using PersonalizationEngine.Adapters.Tests.Sql.Sync;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlJobLeasesTests(MySqlStores stores) : JobLeasesContract(stores);
