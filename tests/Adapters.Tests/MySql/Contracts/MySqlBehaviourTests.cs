using PersonalizationEngine.Adapters.Tests.Sql.People;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlBehaviourTests(MySqlStores stores) : BehaviourContract(stores);
