using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>
/// What leads are listed by: the last score as a number, in hundredths of points, which the database itself reads off
/// <c>scored_as</c>, so that nobody who writes the one has to think of the other; and when they were last seen.
/// </summary>
[Migration(2026_11_23_0023)]
public sealed class M202611230023IndexLeads : Migration
{
    /// <summary>"30.10 warm_lead" is 3010. SQLite takes <c>signed</c> for a number as well.</summary>
    private const string Score = "cast(replace(substr(scored_as, 1, instr(scored_as, ' ') - 1), '.', '') as signed)";

    public override void Up()
    {
        // MySQL cannot undo what was done before a migration was cut off.
        if (!Schema.Table("people").Column("lead_score").Exists())
            Execute.Sql($"alter table people add column lead_score bigint generated always as ({Score}) virtual");
        if (!Schema.Table("people").Index("ix_people_lead_score").Exists())
            Create.Index("ix_people_lead_score").OnTable("people").OnColumn("lead_score").Ascending().OnColumn("person_id").Ascending();
        if (!Schema.Table("people").Index("ix_people_last_seen").Exists())
            Create.Index("ix_people_last_seen").OnTable("people").OnColumn("last_seen_at").Ascending().OnColumn("person_id").Ascending();
    }

    public override void Down()
    {
        Delete.Index("ix_people_last_seen").OnTable("people");
        Delete.Index("ix_people_lead_score").OnTable("people");
        Execute.Sql("alter table people drop column lead_score");
    }
}
