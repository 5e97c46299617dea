using PersonalizationEngine.Adapters.Tests.Sql.Feedback;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteFeedbackCountTests(SqliteStores stores) : FeedbackCountContract(stores);
