using PersonalizationEngine.Adapters.Tests.Sql.Leads;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlLeadListingTests(MySqlStores stores) : LeadListingContract(stores);
