using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>Keys by which a request counts once, with its answer. Without a status the request still runs.</summary>
[Migration(2026_11_23_0025)]
public sealed class M202611230025CreateIdempotencyKeys : Migration
{
    public override void Up()
    {
        // MySQL cannot undo what was done before a migration was cut off.
        if (!Schema.Table("idempotency_keys").Exists())
        {
            Create.Table("idempotency_keys")
                .WithColumn("key_hash").AsString(64).PrimaryKey()
                .WithColumn("request_hash").AsString(64).NotNullable()
                .WithColumn("holder").AsString(40).NotNullable()
                .WithColumn("expires_at").AsInt64().NotNullable()
                .WithColumn("status").AsInt32().Nullable()
                .WithColumn("headers").AsString(int.MaxValue).Nullable()
                .WithColumn("body").AsString(int.MaxValue).Nullable();
        }

        if (!Schema.Table("idempotency_keys").Index("ix_idempotency_keys_expires").Exists())
            Create.Index("ix_idempotency_keys_expires").OnTable("idempotency_keys").OnColumn("expires_at");
    }

    public override void Down() => Delete.Table("idempotency_keys");
}
