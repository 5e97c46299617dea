using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>What synchronisation with other systems keeps: counted behaviour, positions, known records, and leases of jobs.</summary>
[Migration(2026_11_23_0006)]
public sealed class M202611230006CreateSyncTables : Migration
{
    public override void Up()
    {
        WebBehaviourTable.Add(Create);

        Create.Table("sync_positions")
            .WithColumn("name").AsString(100).PrimaryKey()
            .WithColumn("position").AsString(2000).NotNullable();

        Create.Table("synced_records")
            .WithColumn("source").AsString(40).PrimaryKey()
            .WithColumn("record_id").AsString(255).PrimaryKey()
            .WithColumn("fingerprint").AsInt64().NotNullable();

        Create.Table("job_leases")
            .WithColumn("job").AsString(60).PrimaryKey()
            .WithColumn("holder").AsString(100).NotNullable()
            .WithColumn("started_at").AsInt64().NotNullable()
            .WithColumn("expires_at").AsInt64().NotNullable()
            .WithColumn("finished").AsBoolean().NotNullable();

        Create.Index("ix_people_changed").OnTable("people").OnColumn("changed_at");
        Alter.Table("items").AddColumn("changed_at").AsInt64().NotNullable().WithDefaultValue(0);
        Create.Index("ix_items_changed").OnTable("items").OnColumn("changed_at");
    }

    public override void Down()
    {
        Delete.Index("ix_items_changed").OnTable("items");
        Delete.Column("changed_at").FromTable("items");
        Delete.Index("ix_people_changed").OnTable("people");
        Delete.Table("job_leases");
        Delete.Table("synced_records");
        Delete.Table("sync_positions");
        Delete.Table("web_behaviour");
    }
}
