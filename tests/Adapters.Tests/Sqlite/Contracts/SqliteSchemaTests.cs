using PersonalizationEngine.Adapters.Tests.Sql.Privacy;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteSchemaTests(SqliteStores stores) : SchemaContract(stores)
{
    protected override string Columns =>
        "select t.name, c.name from sqlite_master t, pragma_table_xinfo(t.name) c where t.type = 'table' and t.name not like 'sqlite_%'";
}
