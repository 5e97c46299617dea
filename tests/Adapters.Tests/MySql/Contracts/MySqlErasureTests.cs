using PersonalizationEngine.Adapters.Tests.Sql.Privacy;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlErasureTests(MySqlStores stores) : ErasureContract(stores)
{
    protected override string Tables => "select table_name from information_schema.tables where table_schema = database()";
}
