using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>
/// Which of two compared lists an item was on, and how chance chose it; null in rows of before, and where there is nothing to tell.
/// </summary>
[Migration(2026_11_23_0011)]
public sealed class M202611230011AddChoicesToFeedback : Migration
{
    private static readonly string[] Columns = ["compared_as", "propensity", "eligible", "newer", "more_clicked", "equally_clicked"];

    public override void Up() => Alter.Table("feedback")
        .AddColumn("compared_as").AsString(20).Nullable()
        .AddColumn("propensity").AsDouble().Nullable()
        .AddColumn("eligible").AsInt32().Nullable()
        .AddColumn("newer").AsInt32().Nullable()
        .AddColumn("more_clicked").AsInt32().Nullable()
        .AddColumn("equally_clicked").AsInt32().Nullable();

    public override void Down()
    {
        foreach (var column in Columns) Delete.Column(column).FromTable("feedback");
    }
}
