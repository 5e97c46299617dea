using PersonalizationEngine.Adapters.Tests.Sql.Inbox;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlInboxTests(MySqlStores stores) : InboxContract(stores);
