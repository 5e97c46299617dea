using PersonalizationEngine.Adapters.ClickHouse.Rows;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Adapters.ClickHouse.Rybbit;

/// <summary>
/// The one question that has everything of everybody: rows are judged, added up by session, and sessions by visitor. It
/// counts as <see cref="FactorAccumulator"/> does over the same activities. Columns come in the order <see cref="BehaviourRow"/> reads them.
/// </summary>
internal sealed class BehaviourSql(RybbitSchema schema, ClickHouseOptions options, ScoringRules rules)
{
    private const string UnnamedPause = "1800000";

    /// <param name="hasUnnamedSessions">There are rows without a session id: 30 minutes of inactivity on a site part them.</param>
    public Question Write(VisitorQuery query, VisitorSlice slice, bool hasUnnamedSessions)
    {
        var question = new Question();
        var activities = Activities(query, slice, question);
        var sessions = hasUnnamedSessions ? Sessions(WithParts(activities), "visitor, site, session, part") : Sessions(activities, "visitor, site, session");
        question.Sql = Visitors(sessions, query.AsOf, question);
        return question;
    }

    private string Where(VisitorQuery query, Question question)
    {
        var activity = new ActivitySql(schema, question, options);
        var where = activity.Where(query.AsOf - rules.Windows.Reach, query.AsOf);
        return query.ActiveSince is { } since
            ? $"{where} and {activity.Visitor} in (select {activity.Visitor} from {RybbitSchema.Table} where {activity.Where(since, query.AsOf)})"
            : where;
    }

    /// <summary>What the numbers in place of visits' surroundings stand for.</summary>
    public Question WriteSurroundings(VisitorQuery query)
    {
        var question = new Question();
        TextSql.AskForSurroundings(question, new ActivitySql(schema, question, options).Visitor, Where(query, question));
        return question;
    }

    /// <summary>What the numbers in place of campaigns stand for.</summary>
    public Question WriteCampaigns(VisitorQuery query)
    {
        var question = new Question();
        TextSql.AskForCampaigns(question, Where(query, question));
        return question;
    }

    private string Activities(VisitorQuery query, VisitorSlice slice, Question question)
    {
        var activity = new ActivitySql(schema, question, options);
        var signals = new SignalSql(schema, question);
        return $"""
            (select {activity.Visitor} as visitor, {activity.IsNamed} as is_named, site_id as site, session_id as session, {activity.At} as at,
              type = 'pageview' and at >= {From(Factor.PageViewsLast7d)} as is_view,
              at >= {From(Factor.FormSubmissions)} and {signals.AnyOf(rules.Signals.FormSubmission)} as is_form,
              at >= {From(Factor.PricingPageVisits)} and {signals.AnyOf(rules.Signals.PricingVisit)} as is_pricing,
              {signals.AnyOf(rules.Signals.DemoRequest)} as is_demo,
              {TextSql.Campaign} as campaign, {TextSql.Surroundings} as around
            from {RybbitSchema.Table} where {Where(query, question)}{slice.And(activity.Visitor)})
            """;

        string From(Factor factor) => question.Number(ActivitySql.Up(query.AsOf - rules.Windows[factor]));
    }

    /// <summary>
    /// Rows with a session id as they are, and the others with the number of the visit they belong to. Rows of the same instant
    /// get the same number (range, not rows): which of them comes first is not settled.
    /// </summary>
    private static string WithParts(string activities) => $"""
        (select *, 0 as part from {activities} where session != ''
        union all
        select * except (is_first), sum(is_first) over (partition by visitor, site order by at range unbounded preceding) as part from
          (select *, at - lagInFrame(at, 1, at) over (partition by visitor, site order by at rows unbounded preceding) > {UnnamedPause} as is_first
          from {activities} where session = ''))
        """;

    /// <summary>
    /// A visit is of one device at one address: what any of its rows says of them holds for all. It comes as a number, because
    /// texts would be most of what ClickHouse has to hold for each visit (<see cref="TextSql"/>).
    /// </summary>
    private static string Sessions(string activities, string keys) => $"""
        (select visitor, site, session, max(is_named) as named, min(at) as started, max(at) as ended,
          countIf(is_view) as views, maxIf(at, is_view) as viewed,
          countIf(is_form) as forms, maxIf(at, is_form) as formed,
          countIf(is_pricing) as pricings, maxIf(at, is_pricing) as priced,
          minIf(at, is_demo) as asked,
          argMaxIf(campaign, at, campaign != 0) as led_by, maxIf(at, campaign != 0) as led_at, any(around) as its_surroundings
        from {activities} group by {keys})
        """;

    private string Visitors(string sessions, DateTimeOffset asOf, Question question)
    {
        var (demo, timed, visit) = (From(Factor.DemoRequest), From(Factor.TimeOnSiteAvg), From(Factor.ReturnVisits));
        return $"""
            select visitor, toUInt8(max(named)), min(started) as first, max(ended) as last,
              toInt64(sum(views)), max(viewed), toInt64(sum(forms)), max(formed), toInt64(sum(pricings)), max(priced),
              toInt64(countIf({demo})), maxIf(asked, {demo}),
              toInt64(countIf({timed})), toInt64(sumIf(ended - started, {timed})), maxIf(ended, {timed}),
              toInt64(countIf({visit})), maxIf(started, {visit}),
              toString(argMax(site, ended)), argMax(session, ended), argMax(started, ended), toUInt8(argMax(asked > 0, ended)),
              argMax(its_surroundings, ended), argMaxIf(led_by, led_at, led_at > 0)
            from {sessions} group by visitor
            """;

        string From(Factor factor)
        {
            var since = question.Number(ActivitySql.Up(asOf - rules.Windows[factor]));
            return factor == Factor.DemoRequest ? $"asked > 0 and started >= {since}" : $"started >= {since}";
        }
    }
}
