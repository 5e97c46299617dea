using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>What became of each definition and by whom, drafts beside what is live, and whom rules reached or were kept from.</summary>
[Migration(2026_11_23_0015)]
public sealed class M202611230015CreateRuleCareTables : Migration
{
    public override void Up()
    {
        Create.Table("definition_versions")
            .WithColumn("id").AsInt64().PrimaryKey().Identity()
            .WithColumn("kind").AsString(40).NotNullable()
            .WithColumn("definition_id").AsInt64().NotNullable()
            .WithColumn("version").AsInt32().NotNullable()
            .WithColumn("happened").AsString(20).NotNullable()
            .WithColumn("changed_at").AsInt64().NotNullable()
            .WithColumn("changed_by").AsString(40).NotNullable()
            .WithColumn("approved_by").AsString(40).Nullable()
            .WithColumn("reason").AsString(1000).Nullable()
            .WithColumn("document").AsString(int.MaxValue).Nullable();
        Create.Index("ux_definition_versions").OnTable("definition_versions")
            .OnColumn("kind").Ascending().OnColumn("definition_id").Ascending().OnColumn("version").Ascending().WithOptions().Unique();

        Create.Table("definition_drafts")
            .WithColumn("kind").AsString(40).PrimaryKey()
            .WithColumn("definition_id").AsInt64().PrimaryKey()
            .WithColumn("revision").AsInt32().NotNullable()
            .WithColumn("based_on").AsInt32().NotNullable()
            .WithColumn("document").AsString(int.MaxValue).NotNullable()
            .WithColumn("drafted_at").AsInt64().NotNullable()
            .WithColumn("drafted_by").AsString(40).NotNullable()
            .WithColumn("reason").AsString(1000).Nullable()
            .WithColumn("approved_at").AsInt64().Nullable()
            .WithColumn("approved_by").AsString(40).Nullable();

        Create.Table("rule_exposures")
            .WithColumn("rule_id").AsInt64().PrimaryKey()
            .WithColumn("person_id").AsString(255).PrimaryKey()
            .WithColumn("held_out").AsBoolean().PrimaryKey()
            .WithColumn("first_at").AsInt64().NotNullable();
        Create.Index("ix_rule_exposures_person").OnTable("rule_exposures").OnColumn("person_id");

        // Last: tables of a run that was cut off are made anew, a column is not.
        Alter.Table("content_rules").AddColumn("holdout").AsDouble().Nullable();
    }

    public override void Down()
    {
        Delete.Table("rule_exposures");
        Delete.Table("definition_drafts");
        Delete.Table("definition_versions");
        Delete.Column("holdout").FromTable("content_rules");
    }
}
