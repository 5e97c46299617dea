using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>What experiments are judged by, how a bandit's weights went, and why an experiment was paused by itself.</summary>
[Migration(2026_11_23_0017)]
public sealed class M202611230017CreateResultTables : Migration
{
    public override void Up()
    {
        // MySQL cannot undo it: it is there already when this was cut off behind it.
        if (!Schema.Table("ab_experiments").Column("measures").Exists())
            Alter.Table("ab_experiments").AddColumn("measures").AsString(int.MaxValue).Nullable();

        Create.Table("experiment_weights")
            .WithColumn("experiment_id").AsInt64().PrimaryKey()
            .WithColumn("changed_at").AsInt64().PrimaryKey()
            .WithColumn("weights").AsString(int.MaxValue).NotNullable();

        Create.Table("experiment_stops")
            .WithColumn("experiment_id").AsInt64().PrimaryKey()
            .WithColumn("stopped_at").AsInt64().PrimaryKey()
            .WithColumn("metric").AsString(64).NotNullable()
            .WithColumn("variant").AsString(64).NotNullable()
            .WithColumn("lift").AsDouble().NotNullable()
            .WithColumn("low").AsDouble().NotNullable()
            .WithColumn("high").AsDouble().NotNullable()
            .WithColumn("people").AsInt64().NotNullable();
    }

    public override void Down()
    {
        Delete.Table("experiment_stops");
        Delete.Table("experiment_weights");
        Delete.Column("measures").FromTable("ab_experiments");
    }
}
