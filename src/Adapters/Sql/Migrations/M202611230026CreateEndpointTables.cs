using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>Customers' endpoints, the messages to them, and each attempt to deliver one.</summary>
[Migration(2026_11_23_0026)]
public sealed class M202611230026CreateEndpointTables : Migration
{
    public override void Up()
    {
        if (!Schema.Table("webhook_endpoints").Exists())
        {
            Create.Table("webhook_endpoints")
                .WithColumn("id").AsInt64().PrimaryKey().Identity()
                .WithColumn("url").AsString(1000).NotNullable()
                .WithColumn("event_types").AsString(500).NotNullable()
                .WithColumn("description").AsString(500).Nullable()
                .WithColumn("enabled").AsBoolean().NotNullable()
                .WithColumn("secret").AsString(200).NotNullable()
                .WithColumn("old_secret").AsString(200).Nullable()
                .WithColumn("old_secret_until").AsInt64().Nullable()
                .WithColumn("disabled_reason").AsString(20).Nullable()
                .WithColumn("disabled_at").AsInt64().Nullable()
                .WithColumn("failing_since").AsInt64().Nullable()
                .WithColumn("delivered_at").AsInt64().Nullable()
                .WithColumn("created_at").AsInt64().NotNullable()
                .WithColumn("updated_at").AsInt64().NotNullable();
        }

        if (!Schema.Table("webhook_messages").Exists())
        {
            Create.Table("webhook_messages")
                .WithColumn("id").AsInt64().PrimaryKey().Identity()
                .WithColumn("endpoint_id").AsInt64().NotNullable()
                .WithColumn("event_id").AsString(200).NotNullable()
                .WithColumn("event_type").AsString(40).NotNullable()
                .WithColumn("message_id").AsString(40).NotNullable()
                .WithColumn("person_id").AsString(255).Nullable()
                .WithColumn("payload").AsString(int.MaxValue).NotNullable()
                .WithColumn("status").AsString(20).NotNullable()
                .WithColumn("attempts").AsInt32().NotNullable()
                .WithColumn("due_at").AsInt64().Nullable()
                .WithColumn("lease_until").AsInt64().Nullable()
                .WithColumn("reason").AsString(60).Nullable()
                .WithColumn("http_status").AsInt32().Nullable()
                .WithColumn("created_at").AsInt64().NotNullable()
                .WithColumn("updated_at").AsInt64().NotNullable();
        }

        // The id of an event is unique among those of its type.
        Index("webhook_messages", "ux_webhook_messages_event", isUnique: true, "endpoint_id", "event_type", "event_id");
        Index("webhook_messages", "ix_webhook_messages_due", isUnique: false, "status", "endpoint_id", "due_at");
        Index("webhook_messages", "ix_webhook_messages_person", isUnique: false, "person_id");
        Index("webhook_messages", "ix_webhook_messages_updated", isUnique: false, "updated_at");

        if (!Schema.Table("webhook_attempts").Exists())
        {
            Create.Table("webhook_attempts")
                .WithColumn("id").AsInt64().PrimaryKey().Identity()
                .WithColumn("webhook_message_id").AsInt64().NotNullable()
                .WithColumn("endpoint_id").AsInt64().NotNullable()
                .WithColumn("attempted_at").AsInt64().NotNullable()
                .WithColumn("http_status").AsInt32().Nullable()
                .WithColumn("reason").AsString(60).Nullable()
                .WithColumn("took_ms").AsInt32().NotNullable();
        }

        Index("webhook_attempts", "ix_webhook_attempts_message", isUnique: false, "webhook_message_id");
        Index("webhook_attempts", "ix_webhook_attempts_time", isUnique: false, "attempted_at");
    }

    public override void Down()
    {
        foreach (var table in new[] { "webhook_attempts", "webhook_messages", "webhook_endpoints" }) Delete.Table(table);
    }

    private void Index(string table, string name, bool isUnique, params string[] columns)
    {
        if (Schema.Table(table).Index(name).Exists()) return;
        var index = Create.Index(name).OnTable(table);
        foreach (var column in columns) index.OnColumn(column).Ascending();
        if (isUnique) index.WithOptions().Unique();
    }
}
