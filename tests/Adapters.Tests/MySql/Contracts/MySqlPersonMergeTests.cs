using PersonalizationEngine.Adapters.Tests.Sql.Ingestion;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlPersonMergeTests(MySqlStores stores) : PersonMergeContract(stores);
