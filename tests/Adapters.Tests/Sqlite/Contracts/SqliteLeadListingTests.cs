using PersonalizationEngine.Adapters.Tests.Sql.Leads;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteLeadListingTests(SqliteStores stores) : LeadListingContract(stores);
