using System.Data;
using FluentMigrator.Runner.Generators.Base;
using FluentMigrator.Runner.Generators.MySql;

namespace PersonalizationEngine.Adapters.MySql.Schema;

/// <summary>
/// Column types. Every text says itself that it compares by code points, whatever the database's own collation is: to us <c>Anna</c>
/// and <c>anna</c> are two people. Only white space at the end makes no difference, and no id has any.
/// </summary>
internal sealed class OwnTypes : TypeMapBase, IMySqlTypeMap
{
    private const string Ordinal = "character set utf8mb4 collate utf8mb4_bin";
    private const int LongestVarchar = 2048;

    public OwnTypes() => SetupTypeMaps();

    protected override void SetupTypeMaps()
    {
        SetTypeMap(DbType.String, $"varchar(255) {Ordinal}");
        SetTypeMap(DbType.String, $"varchar($size) {Ordinal}", LongestVarchar);
        SetTypeMap(DbType.String, $"longtext {Ordinal}", int.MaxValue);
        SetTypeMap(DbType.Binary, "longblob");
        SetTypeMap(DbType.Binary, "longblob", int.MaxValue);
        SetTypeMap(DbType.Boolean, "tinyint(1)");
        SetTypeMap(DbType.Int32, "int");
        SetTypeMap(DbType.Int64, "bigint");
        SetTypeMap(DbType.Double, "double");
        SetTypeMap(DbType.Decimal, "decimal($size,$precision)", 65);
        SetTypeMap(DbType.DateTime, "datetime(6)");
        SetTypeMap(DbType.DateTime2, "datetime(6)");
    }
}
