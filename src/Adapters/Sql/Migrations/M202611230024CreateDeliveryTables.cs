using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>Messages to people, the campaigns they come from, what people said about topics, and where they cannot be reached.</summary>
[Migration(2026_11_23_0024)]
public sealed class M202611230024CreateDeliveryTables : Migration
{
    public override void Up()
    {
        // Nothing was ever written to the first forms of this table and of the next.
        if (!Schema.Table("deliveries").Column("message_id").Exists())
        {
            if (Schema.Table("deliveries").Exists()) Delete.Table("deliveries");
            Create.Table("deliveries")
                .WithColumn("id").AsInt64().PrimaryKey().Identity()
                .WithColumn("message_id").AsString(40).NotNullable().Unique("ux_deliveries_message")
                .WithColumn("source").AsString(20).NotNullable()
                .WithColumn("source_id").AsInt64().NotNullable()
                .WithColumn("occurrence").AsInt64().NotNullable()
                .WithColumn("chunk").AsInt32().NotNullable()
                .WithColumn("person_id").AsString(255).NotNullable()
                .WithColumn("template").AsString(200).NotNullable()
                .WithColumn("asked_channel").AsString(20).Nullable()
                .WithColumn("topic").AsString(64).Nullable()
                .WithColumn("priority").AsInt32().NotNullable()
                .WithColumn("status").AsString(20).NotNullable()
                .WithColumn("reason").AsString(60).Nullable()
                .WithColumn("detail").AsString(500).Nullable()
                .WithColumn("channel").AsString(20).Nullable()
                .WithColumn("provider").AsString(60).Nullable()
                .WithColumn("provider_id").AsString(200).Nullable()
                .WithColumn("attempts").AsInt32().NotNullable()
                .WithColumn("due_at").AsInt64().NotNullable()
                .WithColumn("expires_at").AsInt64().Nullable()
                .WithColumn("counted_at").AsInt64().Nullable()
                .WithColumn("lease_until").AsInt64().Nullable()
                .WithColumn("data").AsString(int.MaxValue).Nullable()
                .WithColumn("created_at").AsInt64().NotNullable()
                .WithColumn("updated_at").AsInt64().NotNullable()
                .WithColumn("sent_at").AsInt64().Nullable()
                .WithColumn("delivered_at").AsInt64().Nullable()
                .WithColumn("opened_at").AsInt64().Nullable()
                .WithColumn("clicked_at").AsInt64().Nullable()
                .WithColumn("bounced_at").AsInt64().Nullable()
                .WithColumn("complained_at").AsInt64().Nullable();
        }

        if (!Schema.Table("campaigns").Exists() || Schema.Table("campaigns").Column("status").Exists())
        {
            if (Schema.Table("campaigns").Exists()) Delete.Table("campaigns");
            Create.Table("campaigns")
                .WithColumn("id").AsInt64().PrimaryKey().Identity()
                .WithColumn("name").AsString(200).NotNullable()
                .WithColumn("definition").AsString(int.MaxValue).NotNullable()
                .WithColumn("version").AsInt32().NotNullable()
                .WithColumn("created_at").AsDateTime2().NotNullable()
                .WithColumn("updated_at").AsDateTime2().NotNullable();
        }

        if (!Schema.Table("outbox").Column("taken_at").Exists()) Alter.Table("outbox").AddColumn("taken_at").AsInt64().Nullable();
        Index("outbox", "ix_outbox_taken", "taken_at", "id");

        Index("deliveries", "ix_deliveries_person", "person_id", "counted_at");
        Index("deliveries", "ix_deliveries_due", "status", "due_at");
        Index("deliveries", "ix_deliveries_chunk", "source", "source_id", "occurrence", "chunk", "status");
        Index("deliveries", "ix_deliveries_provider", "provider_id");

        if (!Schema.Table("campaign_runs").Exists())
        {
            Create.Table("campaign_runs")
                .WithColumn("campaign_id").AsInt64().PrimaryKey()
                .WithColumn("occurrence").AsInt64().PrimaryKey()
                .WithColumn("status").AsString(20).NotNullable()
                .WithColumn("reason").AsString(500).Nullable()
                .WithColumn("definition").AsString(int.MaxValue).NotNullable()
                .WithColumn("campaign_version").AsInt32().NotNullable()
                .WithColumn("people").AsInt64().NotNullable()
                .WithColumn("chunks").AsInt32().NotNullable()
                .WithColumn("snapshot_after").AsString(255).Nullable()
                .WithColumn("started_by").AsString(100).Nullable()
                .WithColumn("due_at").AsInt64().NotNullable()
                .WithColumn("local_at").AsString(19).Nullable()
                .WithColumn("started_at").AsInt64().Nullable()
                .WithColumn("finished_at").AsInt64().Nullable()
                .WithColumn("updated_at").AsInt64().NotNullable();
        }

        if (!Schema.Table("message_templates").Exists())
        {
            Create.Table("message_templates")
                .WithColumn("id").AsInt64().PrimaryKey().Identity()
                .WithColumn("template_key").AsString(100).NotNullable().Unique("ux_message_templates_key")
                .WithColumn("name").AsString(200).NotNullable()
                .WithColumn("definition").AsString(int.MaxValue).NotNullable()
                .WithColumn("version").AsInt32().NotNullable()
                .WithColumn("created_at").AsDateTime2().NotNullable()
                .WithColumn("updated_at").AsDateTime2().NotNullable();
        }

        if (!Schema.Table("topic_choices").Exists())
        {
            Create.Table("topic_choices")
                .WithColumn("person_id").AsString(255).PrimaryKey()
                .WithColumn("topic").AsString(64).PrimaryKey()
                .WithColumn("channel").AsString(20).PrimaryKey()
                .WithColumn("allowed").AsBoolean().NotNullable()
                .WithColumn("updated_at").AsInt64().NotNullable();
        }

        // By address, not by person: a bounce is a fact about a mailbox, whoever it belongs to later.
        if (!Schema.Table("suppressions").Exists())
        {
            Create.Table("suppressions")
                .WithColumn("channel").AsString(20).PrimaryKey()
                .WithColumn("address").AsString(255).PrimaryKey()
                .WithColumn("reason").AsString(20).NotNullable()
                .WithColumn("detail").AsString(500).Nullable()
                .WithColumn("person_id").AsString(255).Nullable()
                .WithColumn("source").AsString(60).NotNullable()
                .WithColumn("created_at").AsInt64().NotNullable()
                .WithColumn("expires_at").AsInt64().Nullable();
        }

        if (!Schema.Table("push_tokens").Exists())
        {
            Create.Table("push_tokens")
                .WithColumn("token").AsString(255).PrimaryKey()
                .WithColumn("person_id").AsString(255).NotNullable()
                .WithColumn("platform").AsString(20).NotNullable()
                .WithColumn("registered_at").AsInt64().NotNullable()
                .WithColumn("seen_at").AsInt64().NotNullable();
        }

        Index("push_tokens", "ix_push_tokens_person", "person_id");
        Index("suppressions", "ix_suppressions_person", "person_id");

        if (!Schema.Table("inbox_messages").Exists())
        {
            Create.Table("inbox_messages")
                .WithColumn("id").AsInt64().PrimaryKey().Identity()
                .WithColumn("message_id").AsString(40).NotNullable().Unique("ux_inbox_messages_message")
                .WithColumn("person_id").AsString(255).NotNullable()
                .WithColumn("topic").AsString(64).Nullable()
                .WithColumn("content").AsString(int.MaxValue).NotNullable()
                .WithColumn("priority").AsInt32().NotNullable()
                .WithColumn("created_at").AsInt64().NotNullable()
                .WithColumn("expires_at").AsInt64().Nullable()
                .WithColumn("read_at").AsInt64().Nullable()
                .WithColumn("dismissed_at").AsInt64().Nullable();
        }

        Index("inbox_messages", "ix_inbox_messages_person", "person_id", "id");
    }

    public override void Down()
    {
        Delete.Index("ix_outbox_taken").OnTable("outbox");
        Delete.Column("taken_at").FromTable("outbox");
        foreach (var table in new[] { "inbox_messages", "push_tokens", "suppressions", "topic_choices", "message_templates", "campaign_runs" })
            Delete.Table(table);
    }

    private void Index(string table, string name, params string[] columns)
    {
        if (Schema.Table(table).Index(name).Exists()) return;
        var index = Create.Index(name).OnTable(table);
        foreach (var column in columns) index.OnColumn(column).Ascending();
    }
}
