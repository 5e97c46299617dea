using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>
/// What was counted of a visitor, beside the id they were counted by. A table of its own had one row for each row of
/// <c>identities</c>, with the same key: a quarter of all rows that rescoring a new site wrote.
/// </summary>
[Migration(2026_11_23_0012)]
public sealed class M202611230012MoveBehaviourToIdentities : Migration
{
    private static readonly string[] Columns = ["behaviour", "fingerprint", "read_in_run"];

    /// <summary>In the order of <see cref="Sync.BehaviourColumn"/>; both databases know <c>json_array</c>.</summary>
    private const string Move = """
        update identities set
          behaviour = (select json_array(
            w.as_of, w.page_views, w.page_views_at, w.form_submissions, w.form_submissions_at, w.pricing_visits, w.pricing_visits_at,
            w.demo_requests, w.demo_requests_at, w.timed_sessions, w.time_on_site, w.timed_at, w.visits, w.visit_at, w.session_site,
            w.session, w.session_start, w.session_end, w.session_has_demo) from web_behaviour w where w.identity = identities.identity),
          fingerprint = (select w.fingerprint from web_behaviour w where w.identity = identities.identity),
          read_in_run = (select w.read_in_run from web_behaviour w where w.identity = identities.identity)
        """;

    public override void Up()
    {
        // MySQL has no way back from a change of a table: a run that was cut off goes on where it was.
        if (!Schema.Table("identities").Column("read_in_run").Exists())
        {
            Alter.Table("identities")
                .AddColumn("behaviour").AsString(2000).Nullable()
                .AddColumn("fingerprint").AsInt64().Nullable()
                .AddColumn("read_in_run").AsInt64().Nullable();
        }

        if (!Schema.Table("web_behaviour").Exists()) return;
        Execute.Sql(Move);
        Delete.Table("web_behaviour");
    }

    /// <summary>The table comes back empty, and the next run counts everybody anew.</summary>
    public override void Down()
    {
        WebBehaviourTable.Add(Create);
        Execute.Sql("delete from sync_positions where name = 'behaviour'");
        foreach (var column in Columns) Delete.Column(column).FromTable("identities");
    }
}
