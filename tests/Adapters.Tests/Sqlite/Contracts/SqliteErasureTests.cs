using PersonalizationEngine.Adapters.Tests.Sql.Privacy;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteErasureTests(SqliteStores stores) : ErasureContract(stores)
{
    protected override string Tables => "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'";
}
