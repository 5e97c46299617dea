using PersonalizationEngine.Adapters.Tests.Sql.Ingestion;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteUndoMergeTests(SqliteStores stores) : UndoMergeContract(stores);
