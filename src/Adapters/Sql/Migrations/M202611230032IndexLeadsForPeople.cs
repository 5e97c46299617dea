using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>
/// What people look for leads by: how much warmer somebody became within a week, as a number that the database itself takes from
/// the score and the one of a week ago, and how a name or an e-mail address begins.
/// </summary>
[Migration(2026_11_23_0032)]
public sealed class M202611230032IndexLeadsForPeople : Migration
{
    /// <summary>Hundredths of points, as <c>lead_score</c> has them; who had no score a week ago rose from nothing.</summary>
    private const string Rise =
        "cast(replace(substr(scored_as, 1, instr(scored_as, ' ') - 1), '.', '') as signed) - coalesce(past_score, 0)";

    public override void Up()
    {
        // MySQL cannot undo what was done before a migration was cut off.
        if (!Schema.Table("people").Column("past_score").Exists()) Alter.Table("people").AddColumn("past_score").AsInt64().Nullable();
        if (!Schema.Table("people").Column("score_rise").Exists())
            Execute.Sql($"alter table people add column score_rise bigint generated always as ({Rise}) virtual");
        Index("ix_people_score_rise", "score_rise");
        Index("ix_people_email", "email");
        Index("ix_people_name", "name");
    }

    public override void Down()
    {
        foreach (var name in (string[])["ix_people_name", "ix_people_email", "ix_people_score_rise"]) Delete.Index(name).OnTable("people");
        Execute.Sql("alter table people drop column score_rise");
        Delete.Column("past_score").FromTable("people");
    }

    private void Index(string name, string column)
    {
        if (Schema.Table("people").Index(name).Exists()) return;
        Create.Index(name).OnTable("people").OnColumn(column).Ascending().OnColumn("person_id").Ascending();
    }
}
