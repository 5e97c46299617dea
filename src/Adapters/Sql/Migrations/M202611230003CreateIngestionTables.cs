using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>Items, the ids that make an event count once, events that were refused, and watermarks.</summary>
[Migration(2026_11_23_0003)]
public sealed class M202611230003CreateIngestionTables : Migration
{
    public override void Up()
    {
        Create.Table("items")
            .WithColumn("item_id").AsString(255).PrimaryKey()
            .WithColumn("title").AsString(500).Nullable()
            .WithColumn("url").AsString(2048).Nullable()
            .WithColumn("image_url").AsString(2048).Nullable()
            .WithColumn("description").AsString(int.MaxValue).Nullable()
            .WithColumn("categories").AsString(int.MaxValue).NotNullable()
            .WithColumn("tags").AsString(int.MaxValue).NotNullable()
            .WithColumn("attributes").AsString(int.MaxValue).Nullable()
            .WithColumn("hidden").AsBoolean().NotNullable()
            .WithColumn("published_at").AsInt64().Nullable()
            .WithColumn("expires_at").AsInt64().Nullable()
            .WithColumn("updated_at").AsInt64().NotNullable()
            .WithColumn("deleted").AsBoolean().NotNullable();

        Create.Table("inbox")
            .WithColumn("source").AsString(20).PrimaryKey()
            .WithColumn("event_id").AsString(300).PrimaryKey()
            .WithColumn("received_at").AsInt64().NotNullable();
        Create.Index("ix_inbox_received").OnTable("inbox").OnColumn("received_at");

        Create.Table("refused_events")
            .WithColumn("id").AsInt64().PrimaryKey().Identity()
            .WithColumn("source").AsString(20).NotNullable()
            .WithColumn("event_key").AsString(300).NotNullable()
            .WithColumn("payload").AsString(int.MaxValue).NotNullable()
            .WithColumn("field").AsString(int.MaxValue).NotNullable()
            .WithColumn("reason").AsString(int.MaxValue).NotNullable()
            .WithColumn("received_at").AsInt64().NotNullable();
        Create.Index("ux_refused_events_key").OnTable("refused_events")
            .OnColumn("source").Ascending().OnColumn("event_key").Ascending().WithOptions().Unique();
        Create.Index("ix_refused_events_received").OnTable("refused_events").OnColumn("received_at");

        Create.Table("watermarks")
            .WithColumn("name").AsString(60).PrimaryKey()
            .WithColumn("value").AsInt64().NotNullable();
    }

    public override void Down()
    {
        Delete.Table("watermarks");
        Delete.Table("refused_events");
        Delete.Table("inbox");
        Delete.Table("items");
    }
}
