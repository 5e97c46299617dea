using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>Erasures of people with what is left of each: keyed hashes of their ids, which keep them from being stored again.</summary>
[Migration(2026_11_23_0022)]
public sealed class M202611230022CreateErasures : Migration
{
    public override void Up()
    {
        if (!Schema.Table("erasures").Exists())
        {
            Create.Table("erasures")
                .WithColumn("erasure_id").AsString(40).PrimaryKey()
                .WithColumn("begun_at").AsInt64().NotNullable()
                .WithColumn("due_at").AsInt64().Nullable()
                .WithColumn("report").AsString(int.MaxValue).NotNullable()
                .WithColumn("sealed_ids").AsString(int.MaxValue).Nullable();
        }

        if (!Schema.Table("erasures").Index("ix_erasures_due").Exists())
            Create.Index("ix_erasures_due").OnTable("erasures").OnColumn("due_at");

        if (!Schema.Table("erased_ids").Exists())
        {
            Create.Table("erased_ids")
                .WithColumn("id_key").AsString(64).PrimaryKey()
                .WithColumn("erasure_id").AsString(40).NotNullable()
                .WithColumn("made_with").AsString(16).NotNullable()
                .WithColumn("erased_at").AsInt64().NotNullable();
        }

        if (!Schema.Table("erased_ids").Index("ix_erased_ids_erasure").Exists())
            Create.Index("ix_erased_ids_erasure").OnTable("erased_ids").OnColumn("erasure_id");

        // Last: a row is written only where the migration is nearly done.
        if (!Schema.Table("tombstone_gate").Exists())
        {
            Create.Table("tombstone_gate")
                .WithColumn("slot").AsInt32().PrimaryKey()
                .WithColumn("tombstones").AsInt64().NotNullable();
        }

        Execute.Sql(
            "insert into tombstone_gate (slot, tombstones) select 1, 0 from (select 1 as one) t where not exists (select 1 from tombstone_gate)");
    }

    public override void Down()
    {
        Delete.Table("tombstone_gate");
        Delete.Table("erased_ids");
        Delete.Table("erasures");
    }
}
