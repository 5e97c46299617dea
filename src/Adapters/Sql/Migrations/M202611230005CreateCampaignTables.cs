using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>Campaigns and what was delivered for them or for rules.</summary>
[Migration(2026_11_23_0005)]
public sealed class M202611230005CreateCampaignTables : Migration
{
    public override void Up()
    {
        Create.Table("campaigns")
            .WithColumn("id").AsInt64().PrimaryKey().Identity()
            .WithColumn("name").AsString(200).NotNullable()
            .WithColumn("status").AsString(20).NotNullable()
            .WithColumn("definition").AsString(int.MaxValue).NotNullable()
            .WithColumn("version").AsInt32().NotNullable()
            .WithColumn("created_at").AsInt64().NotNullable()
            .WithColumn("updated_at").AsInt64().NotNullable();

        Create.Table("deliveries")
            .WithColumn("id").AsInt64().PrimaryKey().Identity()
            .WithColumn("campaign_id").AsInt64().Nullable()
            .WithColumn("outbox_id").AsInt64().Nullable()
            .WithColumn("person_id").AsString(255).NotNullable()
            .WithColumn("channel").AsString(20).NotNullable()
            .WithColumn("status").AsString(20).NotNullable()
            .WithColumn("reason").AsString(200).Nullable()
            .WithColumn("attempted_at").AsInt64().Nullable();
        Create.Index("ix_deliveries_person").OnTable("deliveries").OnColumn("person_id");
    }

    public override void Down()
    {
        Delete.Table("deliveries");
        Delete.Table("campaigns");
    }
}
