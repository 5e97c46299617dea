using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>How many people each segment had, day by day.</summary>
[Migration(2026_11_23_0031)]
public sealed class M202611230031CreateSegmentSizes : Migration
{
    public override void Up()
    {
        // MySQL cannot undo what was done before a migration was cut off.
        if (Schema.Table("segment_sizes").Exists()) return;
        Create.Table("segment_sizes")
            .WithColumn("day").AsInt64().PrimaryKey()
            .WithColumn("segment").AsString(20).PrimaryKey()
            .WithColumn("people").AsInt64().NotNullable()
            .WithColumn("counted_at").AsInt64().NotNullable();
    }

    public override void Down() => Delete.Table("segment_sizes");
}
