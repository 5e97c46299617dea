using PersonalizationEngine.Adapters.Tests.Sql.Feedback;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteRuleExposuresTests(SqliteStores stores) : RuleExposuresContract(stores);
