using PersonalizationEngine.Adapters.Tests.Sql.Definitions;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteMessageTemplatesTests(SqliteStores stores) : MessageTemplatesContract(stores);
