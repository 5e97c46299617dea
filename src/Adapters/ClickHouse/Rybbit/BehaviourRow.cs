using PersonalizationEngine.Adapters.ClickHouse.Rows;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Adapters.ClickHouse.Rybbit;

/// <summary>Reads what <see cref="BehaviourSql"/> asks for, column by column.</summary>
internal sealed class BehaviourRow(DateTimeOffset asOf)
{
    private const int LongestCampaignValue = 200, MostSurroundings = 10_000;
    private const string CampaignPrefix = "utm_";

    /// <summary>The same few texts come a hundred thousand times.</summary>
    private readonly Dictionary<string, Surroundings> _surroundings = new(StringComparer.Ordinal);

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
        var around = Around(row.Text());
        var campaign = Campaign(ref row);

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

    private Surroundings Around(string text)
    {
        if (_surroundings.TryGetValue(text, out var known)) return known;
        if (_surroundings.Count >= MostSurroundings) _surroundings.Clear();
        return _surroundings[text] = Surroundings.Parse(text);
    }

    private static AttributeMap Campaign(ref RowReader row)
    {
        var count = row.Count();
        if (count == 0) return AttributeMap.Empty;

        var parameters = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        for (; count > 0 && !row.IsCut; count--)
        {
            var (name, value) = (row.Text(), row.Text());
            if (name.Length > CampaignPrefix.Length && value.Length is > 0 and <= LongestCampaignValue) parameters[name[CampaignPrefix.Length..]] = value;
        }

        return new AttributeMap(parameters);
    }
}
