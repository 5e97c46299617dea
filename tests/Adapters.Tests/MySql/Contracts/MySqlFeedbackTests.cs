using PersonalizationEngine.Adapters.Tests.Sql.Feedback;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlFeedbackTests(MySqlStores stores) : FeedbackContract(stores);
