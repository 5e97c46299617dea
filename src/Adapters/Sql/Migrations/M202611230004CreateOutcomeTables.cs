using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>What decisions led to: exposures, feedback, conversions, and messages asked for.</summary>
[Migration(2026_11_23_0004)]
public sealed class M202611230004CreateOutcomeTables : Migration
{
    public override void Up()
    {
        Create.Table("exposures")
            .WithColumn("experiment_id").AsInt64().PrimaryKey()
            .WithColumn("person_id").AsString(255).PrimaryKey()
            .WithColumn("variant").AsString(64).PrimaryKey()
            .WithColumn("exposed_at").AsInt64().NotNullable();
        Create.Index("ix_exposures_person").OnTable("exposures").OnColumn("person_id");

        Create.Table("feedback")
            .WithColumn("id").AsInt64().PrimaryKey().Identity()
            .WithColumn("kind").AsString(20).NotNullable()
            .WithColumn("decision_key").AsString(32).NotNullable()
            .WithColumn("slot").AsString(64).NotNullable()
            .WithColumn("item_id").AsString(255).NotNullable()
            .WithColumn("person_id").AsString(255).NotNullable()
            .WithColumn("source").AsString(40).NotNullable()
            .WithColumn("variants").AsString(int.MaxValue).NotNullable()
            .WithColumn("occurred_at").AsInt64().NotNullable();
        Create.Index("ux_feedback_shown").OnTable("feedback")
            .OnColumn("decision_key").Ascending().OnColumn("slot").Ascending().OnColumn("item_id").Ascending()
            .OnColumn("kind").Ascending().WithOptions().Unique();
        Create.Index("ix_feedback_occurred").OnTable("feedback").OnColumn("occurred_at");
        Create.Index("ix_feedback_person").OnTable("feedback").OnColumn("person_id");

        Create.Table("conversions")
            .WithColumn("id").AsInt64().PrimaryKey().Identity()
            .WithColumn("source").AsString(20).NotNullable()
            .WithColumn("event_id").AsString(300).NotNullable()
            .WithColumn("person_id").AsString(255).NotNullable()
            .WithColumn("goal").AsString(100).NotNullable()
            .WithColumn("value").AsDecimal(18, 2).Nullable()
            .WithColumn("currency").AsString(3).Nullable()
            .WithColumn("decision_key").AsString(32).Nullable()
            .WithColumn("variants").AsString(int.MaxValue).NotNullable()
            .WithColumn("occurred_at").AsInt64().NotNullable();
        Create.Index("ix_conversions_person").OnTable("conversions").OnColumn("person_id");
        Create.Index("ix_conversions_occurred").OnTable("conversions").OnColumn("occurred_at");

        Create.Table("outbox")
            .WithColumn("id").AsInt64().PrimaryKey().Identity()
            .WithColumn("rule_id").AsInt64().NotNullable()
            .WithColumn("person_id").AsString(255).NotNullable()
            .WithColumn("channel").AsString(20).NotNullable()
            .WithColumn("period").AsInt64().NotNullable()
            .WithColumn("template").AsString(200).NotNullable()
            .WithColumn("requested_at").AsInt64().NotNullable();
        Create.Index("ux_outbox_request").OnTable("outbox")
            .OnColumn("rule_id").Ascending().OnColumn("person_id").Ascending().OnColumn("channel").Ascending()
            .OnColumn("period").Ascending().WithOptions().Unique();
    }

    public override void Down()
    {
        Delete.Table("outbox");
        Delete.Table("conversions");
        Delete.Table("feedback");
        Delete.Table("exposures");
    }
}
