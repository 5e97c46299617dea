using PersonalizationEngine.Adapters.Tests.Sql.Definitions;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlMessageTemplatesTests(MySqlStores stores) : MessageTemplatesContract(stores);
