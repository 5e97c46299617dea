using PersonalizationEngine.Adapters.ClickHouse.Rows;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Adapters.ClickHouse.Rybbit;

/// <summary>Reads what <see cref="BehaviourSql"/> asks for, column by column.</summary>
internal sealed class BehaviourRow(DateTimeOffset asOf, VisitTexts texts)
{
    public VisitorBehaviour Read(ref RowReader row)
    {
        var visitor = row.Text();
        var isNamed = row.Byte() != 0;
        var (first, last) = (row.Instant() ?? asOf, row.Instant() ?? asOf);
        var views = Count(ref row);
        var forms = Count(ref row);
        var pricings = Count(ref row);
        var demos = Count(ref row);
        var timed = row.Int64();
        var timeOnSite = TimeSpan.FromMilliseconds(row.Int64());
        var lastTimed = row.Instant();
        var visits = row.Int64();
        var lastVisit = row.Instant();
        var (site, session) = (row.Text(), row.Text());
        var started = row.Instant() ?? asOf;
        var newest = new WebSession(site, session, started, last, row.Byte() != 0);
        var around = texts.SurroundingsOf(row.Int64());
        var campaign = texts.CampaignOf(row.Int64());

        return new VisitorBehaviour(
            visitor, isNamed,
            new WebBehaviour(asOf, views, forms, pricings, demos, timed, timeOnSite, lastTimed, visits, lastVisit, newest),
            first, last, around.Country, around.Language, campaign, around.Device);
    }

    private static SignalCount Count(ref RowReader row)
    {
        var count = row.Int64();
        return new SignalCount(count, row.Instant());
    }
}
