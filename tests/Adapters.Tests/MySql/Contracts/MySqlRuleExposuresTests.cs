using PersonalizationEngine.Adapters.Tests.Sql.Feedback;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlRuleExposuresTests(MySqlStores stores) : RuleExposuresContract(stores);
