using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>
/// What somebody's last score says, beside them; null where only the history tells. To look it up there for everybody was
/// a fifth of the work of rescoring a site.
/// </summary>
[Migration(2026_11_23_0009)]
public sealed class M202611230009AddLastScoreToPeople : Migration
{
    public override void Up() => Alter.Table("people").AddColumn("scored_as").AsString(40).Nullable();

    public override void Down() => Delete.Column("scored_as").FromTable("people");
}
