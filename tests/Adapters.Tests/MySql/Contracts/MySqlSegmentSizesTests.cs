using PersonalizationEngine.Adapters.Tests.Sql.Overview;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlSegmentSizesTests(MySqlStores stores) : SegmentSizesContract(stores);
