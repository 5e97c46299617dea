using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>Scoring models, where people stand by each of them, and the thresholds they crossed.</summary>
[Migration(2026_11_23_0018)]
public sealed class M202611230018CreateScoringModels : Migration
{
    public override void Up()
    {
        if (!Schema.Table("scoring_models").Exists())
        {
            Create.Table("scoring_models")
                .WithColumn("id").AsInt64().PrimaryKey().Identity()
                .WithColumn("model_key").AsString(64).NotNullable().Unique("ux_scoring_models_key")
                .WithColumn("name").AsString(200).NotNullable()
                .WithColumn("definition").AsString(int.MaxValue).NotNullable()
                .WithColumn("version").AsInt32().NotNullable()
                .WithColumn("created_at").AsDateTime2().NotNullable()
                .WithColumn("updated_at").AsDateTime2().NotNullable();
        }

        if (!Schema.Table("model_scores").Exists())
        {
            Create.Table("model_scores")
                .WithColumn("model_id").AsInt64().PrimaryKey()
                .WithColumn("person_id").AsString(255).PrimaryKey()
                .WithColumn("model_version").AsInt32().NotNullable()
                .WithColumn("score").AsDouble().NotNullable()
                .WithColumn("segment").AsString(20).NotNullable()
                .WithColumn("grade").AsString(2).Nullable()
                .WithColumn("thresholds").AsString(int.MaxValue).NotNullable()
                .WithColumn("evaluated_at").AsInt64().NotNullable()
                .WithColumn("due_at").AsInt64().Nullable()
                .WithColumn("revision").AsInt64().NotNullable();
        }

        if (!Schema.Table("model_scores").Index("ix_model_scores_person").Exists())
            Create.Index("ix_model_scores_person").OnTable("model_scores").OnColumn("person_id");

        if (!Schema.Table("score_crossings").Exists())
        {
            Create.Table("score_crossings")
                .WithColumn("id").AsInt64().PrimaryKey().Identity()
                .WithColumn("crossing_id").AsString(40).NotNullable().Unique("ux_score_crossings_id")
                .WithColumn("model_id").AsInt64().NotNullable()
                .WithColumn("model_version").AsInt32().NotNullable()
                .WithColumn("person_id").AsString(255).NotNullable()
                .WithColumn("segment").AsString(20).NotNullable()
                .WithColumn("is_up").AsBoolean().NotNullable()
                .WithColumn("sequence").AsInt64().NotNullable()
                .WithColumn("score").AsDouble().NotNullable()
                .WithColumn("crossed_at").AsInt64().NotNullable()
                .WithColumn("noted_at").AsInt64().NotNullable()
                .WithColumn("channel").AsString(20).Nullable()
                .WithColumn("template").AsString(200).Nullable()
                .WithColumn("withheld").AsString(40).Nullable();
        }

        if (!Schema.Table("score_crossings").Index("ix_score_crossings_person").Exists())
            Create.Index("ix_score_crossings_person").OnTable("score_crossings").OnColumn("person_id").Ascending().OnColumn("id").Ascending();

        // MySQL cannot undo it: it is there already when this was cut off behind it.
        if (!Schema.Table("outbox").Column("idempotency_key").Exists())
            Alter.Table("outbox").AddColumn("idempotency_key").AsString(40).Nullable();
        if (!Schema.Table("outbox").Index("ux_outbox_key").Exists())
            Create.Index("ux_outbox_key").OnTable("outbox").OnColumn("idempotency_key").Ascending().WithOptions().Unique();
    }

    public override void Down()
    {
        Delete.Index("ux_outbox_key").OnTable("outbox");
        Delete.Column("idempotency_key").FromTable("outbox");
        Delete.Table("score_crossings");
        Delete.Table("model_scores");
        Delete.Table("scoring_models");
    }
}
