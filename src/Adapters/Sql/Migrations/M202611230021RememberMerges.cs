using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>
/// What a merge of two people must remember to be undone, the links that were refused, and who logged in on which device. And the
/// id that conversions and words about consent came with, as events have theirs.
/// </summary>
[Migration(2026_11_23_0021)]
public sealed class M202611230021RememberMerges : Migration
{
    private static readonly string[] WithIdentity = ["conversions"];

    public override void Up()
    {
        // MySQL cannot undo a change of a table: a run that was cut off goes on where it was.
        foreach (var table in WithIdentity.Where(table => !Schema.Table(table).Column("identity").Exists()))
            Alter.Table(table).AddColumn("identity").AsString(255).Nullable();
        if (!Schema.Table("merges").Exists())
        {
            Create.Table("merges")
                .WithColumn("id").AsInt64().PrimaryKey().Identity()
                .WithColumn("merged_at").AsInt64().NotNullable()
                .WithColumn("from_person").AsString(255).NotNullable()
                .WithColumn("to_person").AsString(255).NotNullable()
                .WithColumn("because").AsString(255).NotNullable()
                .WithColumn("source").AsString(20).NotNullable()
                .WithColumn("event_id").AsString(300).NotNullable()
                .WithColumn("last_event").AsInt64().NotNullable()
                .WithColumn("last_conversion").AsInt64().NotNullable()
                .WithColumn("image").AsString(int.MaxValue).Nullable()
                .WithColumn("undone_at").AsInt64().Nullable()
                .WithColumn("undone_by").AsString(100).Nullable();
        }

        if (!Schema.Table("merges").Index("ix_merges_from").Exists()) Create.Index("ix_merges_from").OnTable("merges").OnColumn("from_person");
        if (!Schema.Table("merges").Index("ix_merges_to").Exists()) Create.Index("ix_merges_to").OnTable("merges").OnColumn("to_person");
        if (!Schema.Table("merge_rows").Exists())
        {
            Create.Table("merge_rows")
                .WithColumn("merge_id").AsInt64().PrimaryKey()
                .WithColumn("kind").AsString(20).PrimaryKey()
                .WithColumn("row_id").AsInt64().PrimaryKey();
        }

        if (!Schema.Table("refused_links").Exists())
        {
            Create.Table("refused_links")
                .WithColumn("id").AsInt64().PrimaryKey().Identity()
                .WithColumn("known_id").AsString(255).NotNullable()
                .WithColumn("alias").AsString(255).NotNullable()
                .WithColumn("reason").AsString(40).NotNullable()
                .WithColumn("times").AsInt64().NotNullable()
                .WithColumn("first_at").AsInt64().NotNullable()
                .WithColumn("last_at").AsInt64().NotNullable();
        }

        if (!Schema.Table("refused_links").Index("ix_refused_links_known").Exists())
            Create.Index("ix_refused_links_known").OnTable("refused_links").OnColumn("known_id");
        if (!Schema.Table("consent_words").Exists())
        {
            Create.Table("consent_words")
                .WithColumn("identity").AsString(255).PrimaryKey()
                .WithColumn("purpose").AsString(40).PrimaryKey()
                .WithColumn("granted").AsBoolean().NotNullable()
                .WithColumn("said_at").AsInt64().NotNullable();
        }

        if (!Schema.Table("identity_links").Exists())
        {
            Create.Table("identity_links")
                .WithColumn("identity").AsString(255).PrimaryKey()
                .WithColumn("known_id").AsString(255).PrimaryKey()
                .WithColumn("linked_at").AsInt64().NotNullable();
        }

        if (!Schema.Table("identity_links").Index("ix_identity_links_known").Exists())
            Create.Index("ix_identity_links_known").OnTable("identity_links").OnColumn("known_id");
    }

    public override void Down()
    {
        foreach (var table in (string[])["identity_links", "consent_words", "refused_links", "merge_rows", "merges"]) Delete.Table(table);
        foreach (var table in WithIdentity) Delete.Column("identity").FromTable(table);
    }
}
