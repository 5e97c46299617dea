using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>What each process decided, by the minute and by ten minutes.</summary>
[Migration(2026_11_23_0030)]
public sealed class M202611230030CreateDecisionMinutes : Migration
{
    public override void Up()
    {
        // MySQL cannot undo what was done before a migration was cut off.
        if (Schema.Table("decision_minutes").Exists()) return;
        Create.Table("decision_minutes")
            .WithColumn("span_minutes").AsInt32().PrimaryKey()
            .WithColumn("starts_at").AsInt64().PrimaryKey()
            .WithColumn("process").AsString(120).PrimaryKey()
            .WithColumn("degraded").AsInt64().NotNullable()
            .WithColumn("strangers").AsInt64().NotNullable()
            .WithColumn("held_out").AsInt64().NotNullable()
            .WithColumn("fallbacks").AsInt64().NotNullable()
            .WithColumn("requests").AsInt64().NotNullable()
            .WithColumn("failed").AsInt64().NotNullable()
            .WithColumn("lost_exposures").AsInt64().NotNullable()
            .WithColumn("latency").AsString(3000).NotNullable();
    }

    public override void Down() => Delete.Table("decision_minutes");
}
