using PersonalizationEngine.Adapters.Tests.Sql.Feedback;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlJudgedFeedbackTests(MySqlStores stores) : JudgedFeedbackContract(stores);
