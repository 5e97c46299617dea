using PersonalizationEngine.Adapters.Tests.Sql.Feedback;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteJudgedFeedbackTests(SqliteStores stores) : JudgedFeedbackContract(stores);
