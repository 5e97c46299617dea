using PersonalizationEngine.Adapters.Tests.Sql.Ingestion;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlUndoMergeTests(MySqlStores stores) : UndoMergeContract(stores);
