using PersonalizationEngine.Adapters.Tests.Sql.Inbox;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteInboxTests(SqliteStores stores) : InboxContract(stores);
