using PersonalizationEngine.Adapters.Tests.Sql.Overview;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteSegmentSizesTests(SqliteStores stores) : SegmentSizesContract(stores);
