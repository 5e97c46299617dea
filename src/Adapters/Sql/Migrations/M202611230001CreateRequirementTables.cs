using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>The three tables the product requirements name, with columns of our own behind theirs.</summary>
[Migration(2026_11_23_0001)]
public sealed class M202611230001CreateRequirementTables : Migration
{
    public override void Up()
    {
        Create.Table("lead_scores")
            .WithColumn("id").AsInt64().PrimaryKey().Identity()
            .WithColumn("user_id").AsString(255).NotNullable()
            .WithColumn("score").AsDecimal(5, 2).NotNullable()
            .WithColumn("segment").AsString(20).NotNullable()
            .WithColumn("factors").AsString(int.MaxValue).NotNullable()
            .WithColumn("calculated_at").AsDateTime2().NotNullable()
            .WithColumn("clamped").AsBoolean().NotNullable();
        Create.Index("ix_lead_scores_user").OnTable("lead_scores").OnColumn("user_id").Ascending().OnColumn("id").Descending();
        Create.Index("ix_lead_scores_calculated").OnTable("lead_scores").OnColumn("calculated_at");

        Create.Table("content_rules")
            .WithColumn("id").AsInt64().PrimaryKey().Identity()
            .WithColumn("name").AsString(200).NotNullable()
            .WithColumn("conditions").AsString(int.MaxValue).NotNullable()
            .WithColumn("actions").AsString(int.MaxValue).NotNullable()
            .WithColumn("priority").AsInt32().NotNullable()
            .WithColumn("is_active").AsBoolean().NotNullable()
            .WithColumn("created_at").AsDateTime2().NotNullable()
            .WithColumn("updated_at").AsDateTime2().NotNullable()
            .WithColumn("description").AsString(2000).Nullable()
            .WithColumn("start_date").AsDateTime2().Nullable()
            .WithColumn("end_date").AsDateTime2().Nullable()
            .WithColumn("version").AsInt32().NotNullable();

        Create.Table("ab_experiments")
            .WithColumn("id").AsInt64().PrimaryKey().Identity()
            .WithColumn("name").AsString(200).NotNullable()
            .WithColumn("description").AsString(2000).Nullable()
            .WithColumn("variants").AsString(int.MaxValue).NotNullable()
            .WithColumn("traffic_allocation").AsDouble().NotNullable()
            .WithColumn("status").AsString(20).NotNullable()
            .WithColumn("start_date").AsDateTime2().Nullable()
            .WithColumn("end_date").AsDateTime2().Nullable()
            .WithColumn("created_at").AsDateTime2().NotNullable()
            .WithColumn("updated_at").AsDateTime2().NotNullable()
            .WithColumn("experiment_key").AsString(64).NotNullable().Unique("ux_ab_experiments_key")
            .WithColumn("seed").AsString(200).NotNullable()
            .WithColumn("hash_version").AsInt32().NotNullable()
            .WithColumn("targeting").AsString(int.MaxValue).Nullable()
            .WithColumn("version").AsInt32().NotNullable();
    }

    public override void Down()
    {
        Delete.Table("ab_experiments");
        Delete.Table("content_rules");
        Delete.Table("lead_scores");
    }
}
