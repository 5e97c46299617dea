using PersonalizationEngine.Adapters.Tests.Sql.Feedback;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlFeedbackCountTests(MySqlStores stores) : FeedbackCountContract(stores);
