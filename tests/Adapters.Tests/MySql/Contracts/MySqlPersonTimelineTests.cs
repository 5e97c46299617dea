using PersonalizationEngine.Adapters.Tests.Sql.Leads;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlPersonTimelineTests(MySqlStores stores) : PersonTimelineContract(stores);
