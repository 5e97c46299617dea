using PersonalizationEngine.Adapters.Tests.Sql.Feedback;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteFeedbackTests(SqliteStores stores) : FeedbackContract(stores);
