using PersonalizationEngine.Adapters.Tests.Sql.Privacy;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlSchemaTests(MySqlStores stores) : SchemaContract(stores)
{
    protected override string Columns => "select table_name, column_name from information_schema.columns where table_schema = database()";
}
