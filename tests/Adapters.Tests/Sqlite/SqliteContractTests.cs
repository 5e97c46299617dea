using PersonalizationEngine.Adapters.Tests.Sql.Definitions;
using PersonalizationEngine.Adapters.Tests.Sql.Feedback;
using PersonalizationEngine.Adapters.Tests.Sql.Ingestion;
using PersonalizationEngine.Adapters.Tests.Sql.Items;
using PersonalizationEngine.Adapters.Tests.Sql.People;
using PersonalizationEngine.Adapters.Tests.Sql.Retention;
using PersonalizationEngine.Adapters.Tests.Sql.Scoring;

namespace PersonalizationEngine.Adapters.Tests.Sqlite;

// One line for each contract; another database has a file like this one.
public sealed class SqlitePeopleTests(SqliteStores stores) : PeopleContract(stores);

public sealed class SqliteBehaviourTests(SqliteStores stores) : BehaviourContract(stores);

public sealed class SqliteIngestionTests(SqliteStores stores) : IngestionContract(stores);

public sealed class SqliteIngestionAtomicityTests(SqliteStores stores) : IngestionAtomicityContract(stores);

public sealed class SqlitePersonMergeTests(SqliteStores stores) : PersonMergeContract(stores);

public sealed class SqliteRefusedEventsTests(SqliteStores stores) : RefusedEventsContract(stores);

public sealed class SqliteLeadScoresTests(SqliteStores stores) : LeadScoresContract(stores);

public sealed class SqliteDueScoresTests(SqliteStores stores) : DueScoresContract(stores);

public sealed class SqliteContentRulesTests(SqliteStores stores) : ContentRulesContract(stores);

public sealed class SqliteExperimentsTests(SqliteStores stores) : ExperimentsContract(stores);

public sealed class SqliteFeedbackTests(SqliteStores stores) : FeedbackContract(stores);

public sealed class SqliteFeedbackCountTests(SqliteStores stores) : FeedbackCountContract(stores);

public sealed class SqliteExposuresTests(SqliteStores stores) : ExposuresContract(stores);

public sealed class SqliteItemsTests(SqliteStores stores) : ItemsContract(stores);

public sealed class SqliteInteractionsTests(SqliteStores stores) : InteractionsContract(stores);

public sealed class SqliteRetentionTests(SqliteStores stores) : RetentionContract(stores);
