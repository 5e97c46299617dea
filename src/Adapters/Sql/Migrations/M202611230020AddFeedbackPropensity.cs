using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>The probability with which chance chose what was shown, for whoever weighs outcomes by it.</summary>
[Migration(2026_11_23_0020)]
public sealed class M202611230020AddFeedbackPropensity : Migration
{
    public override void Up() => Alter.Table("feedback").AddColumn("propensity").AsDouble().Nullable();

    public override void Down() => Delete.Column("propensity").FromTable("feedback");
}
