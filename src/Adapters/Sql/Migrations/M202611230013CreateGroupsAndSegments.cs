using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>Saved groups and segments: what conditions share by name.</summary>
[Migration(2026_11_23_0013)]
public sealed class M202611230013CreateGroupsAndSegments : Migration
{
    public override void Up()
    {
        CreateTable("saved_groups", "group_key", "members");
        CreateTable("segments", "segment_key", "conditions");
    }

    public override void Down()
    {
        Delete.Table("segments");
        Delete.Table("saved_groups");
    }

    private void CreateTable(string table, string key, string content) => Create.Table(table)
        .WithColumn("id").AsInt64().PrimaryKey().Identity()
        .WithColumn(key).AsString(64).NotNullable().Unique($"ux_{table}_key")
        .WithColumn("name").AsString(200).NotNullable()
        .WithColumn("description").AsString(2000).Nullable()
        .WithColumn(content).AsString(int.MaxValue).NotNullable()
        .WithColumn("version").AsInt32().NotNullable()
        .WithColumn("created_at").AsDateTime2().NotNullable()
        .WithColumn("updated_at").AsDateTime2().NotNullable();
}
