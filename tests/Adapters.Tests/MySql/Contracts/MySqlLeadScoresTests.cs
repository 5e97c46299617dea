using PersonalizationEngine.Adapters.Tests.Sql.Scoring;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlLeadScoresTests(MySqlStores stores) : LeadScoresContract(stores);
