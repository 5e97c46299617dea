using PersonalizationEngine.Adapters.Tests.Sql.Delivery;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlCampaignRunsTests(MySqlStores stores) : CampaignRunsContract(stores);
