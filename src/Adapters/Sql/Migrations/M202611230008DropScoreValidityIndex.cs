using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>
/// Who is due is found in the order of ids, whatever made them due, so that this index was never read; to keep it in order was
/// more than half the work of noting that somebody was scored.
/// </summary>
[Migration(2026_11_23_0008)]
public sealed class M202611230008DropScoreValidityIndex : Migration
{
    public override void Up() => Delete.Index("ix_people_score_valid_until").OnTable("people");

    public override void Down() => Create.Index("ix_people_score_valid_until").OnTable("people").OnColumn("score_valid_until");
}
