using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>Personal keys that were made on the dashboard: hashes of them, never the keys. And the audit is asked for what was done to one thing.</summary>
[Migration(2026_11_23_0029)]
public sealed class M202611230029CreateAccessKeys : Migration
{
    public override void Up()
    {
        // MySQL cannot undo what was done before a migration was cut off.
        if (!Schema.Table("access_keys").Exists())
        {
            Create.Table("access_keys")
                .WithColumn("id").AsInt64().PrimaryKey().Identity()
                .WithColumn("name").AsString(40).NotNullable().Unique("ux_access_keys_name")
                .WithColumn("role").AsString(20).NotNullable()
                .WithColumn("key_hash").AsString(64).NotNullable().Unique("ux_access_keys_hash")
                .WithColumn("created_at").AsInt64().NotNullable()
                .WithColumn("created_by").AsString(100).NotNullable()
                .WithColumn("last_used_at").AsInt64().Nullable()
                .WithColumn("revoked_at").AsInt64().Nullable();
        }

        if (!Schema.Table("audit").Index("ix_audit_subject").Exists())
            Create.Index("ix_audit_subject").OnTable("audit").OnColumn("subject").Ascending().OnColumn("id").Ascending();
    }

    public override void Down()
    {
        Delete.Index("ix_audit_subject").OnTable("audit");
        Delete.Table("access_keys");
    }
}
