using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>Windows over which messages are gathered, and which message went as a part of which.</summary>
[Migration(2026_11_23_0028)]
public sealed class M202611230028CreateDigestWindows : Migration
{
    public override void Up()
    {
        // MySQL cannot undo what was done before a migration was cut off.
        if (!Schema.Table("digest_windows").Exists())
        {
            Create.Table("digest_windows")
                .WithColumn("person_id").AsString(255).PrimaryKey()
                .WithColumn("topic").AsString(64).PrimaryKey()
                .WithColumn("window_number").AsInt64().PrimaryKey()
                .WithColumn("starts_at").AsInt64().NotNullable()
                .WithColumn("ends_at").AsInt64().NotNullable()
                .WithColumn("message_id").AsString(40).NotNullable();
        }

        if (!Schema.Table("deliveries").Column("digest_id").Exists()) Alter.Table("deliveries").AddColumn("digest_id").AsString(40).Nullable();
        if (!Schema.Table("deliveries").Index("ix_deliveries_digest").Exists()) Create.Index("ix_deliveries_digest").OnTable("deliveries").OnColumn("digest_id").Ascending();
    }

    public override void Down()
    {
        Delete.Table("digest_windows");
        Delete.Index("ix_deliveries_digest").OnTable("deliveries");
        Delete.Column("digest_id").FromTable("deliveries");
    }
}
