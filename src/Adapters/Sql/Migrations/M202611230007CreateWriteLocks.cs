using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>Rows that writers on MySQL lock in the name of what is not there yet; SQLite has one writer at a time.</summary>
[Migration(2026_11_23_0007)]
public sealed class M202611230007CreateWriteLocks : Migration
{
    private const string Digits =
        "(select 0 d union all select 1 union all select 2 union all select 3 union all select 4 union all select 5 union all select 6 union all select 7)";

    public override void Up()
    {
        OnMySql().Create.Table("write_locks").WithColumn("slot").AsInt32().PrimaryKey();
        OnMySql().Execute.Sql(
            $"insert into write_locks (slot) select a.d + 8 * b.d + 64 * c.d + 512 * e.d from {Digits} a, {Digits} b, {Digits} c, {Digits} e");
    }

    public override void Down() => OnMySql().Delete.Table("write_locks");

    private FluentMigrator.Builders.IfDatabase.IIfDatabaseExpressionRoot OnMySql() => IfDatabase(ProcessorIdConstants.MySql);
}
