using CsCheck;
using PersonalizationEngine.Feed.Demo.Wire;
using PersonalizationEngine.Feed.Replay.Visits;

namespace Feed.Tests.Replay;

public sealed class VisitSpreadTests
{
    private static readonly DateTimeOffset Until = Mappings.Now;
    private static readonly DateTimeOffset From = Until.AddDays(-28);
    private static readonly string[] Paths = ["/", "/a", "/b"];

    private static readonly Gen<(string Key, VisitTotals Totals)> Rows = Gen.Select(
        Gen.String[1, 12], Gen.Int[1, 60], Gen.Double[1, 12], Gen.Int[0, 5_000],
        (key, visits, pages, seconds) =>
            (key, new VisitTotals(visits, (int)Math.Round(visits * pages), TimeSpan.FromSeconds(seconds))));

    [Fact]
    public void Of_AnyTotals_KeepsTheSums() => Rows.Sample(row =>
    {
        var visits = VisitSpread.Of(row.Key, row.Totals, From, Until, Paths).Visits;

        Assert.Equal(row.Totals.Visits, visits.Count);
        Assert.Equal(row.Totals.Pages, visits.Sum(visit => visit.Pages.Count));
        Assert.Equal(row.Totals.Time.TotalSeconds, visits.Sum(visit => (visit.End - visit.Start).TotalSeconds), 0.001);
        Assert.True(visits.Max(visit => visit.Pages.Count) - visits.Min(visit => visit.Pages.Count) <= 1);
    });

    [Fact]
    public void Of_AnyTotals_LaysVisitsApartWithinThePeriod() => Rows.Sample(row =>
    {
        var visits = VisitSpread.Of(row.Key, row.Totals, From, Until, Paths).Visits;

        Assert.True(visits[0].Start >= From && visits[^1].End <= Until);
        Assert.All(visits.Zip(visits.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
        Assert.All(visits, visit =>
        {
            var times = visit.Pages.Select(page => page.At).ToList();
            Assert.Equal(times.Order(), times);
            Assert.Equal(visit.Start, times[0]);
            Assert.True(times[^1] <= visit.End);
        });
        Assert.Equal(visits.Count, visits.Select(visit => visit.Id).Distinct().Count());
    });

    [Fact]
    public void Of_MoreThanThePeriodHolds_StaysWithinIt()
    {
        var totals = new VisitTotals(5_000, 9_000, TimeSpan.FromDays(400));
        var visits = VisitSpread.Of("k", totals, Until.AddDays(-1), Until, Paths).Visits;

        Assert.True(visits[0].Start >= Until.AddDays(-1) && visits[^1].End <= Until);
        Assert.All(visits.Zip(visits.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
    }

    [Fact]
    public void Of_SameKey_GivesTheSameVisits()
    {
        var totals = new VisitTotals(4, 9, TimeSpan.FromMinutes(5));
        string Describe(string key)
        {
            var visits = VisitSpread.Of(key, totals, From, Until, Paths).Visits;
            return string.Join(' ', visits.SelectMany(visit => visit.Pages.Select(page => $"{visit.Id}{page}")));
        }

        Assert.Equal(Describe("k1"), Describe("k1"));
        Assert.NotEqual(Describe("k1"), Describe("k2"));
    }

    [Fact]
    public void Of_NoVisits_HasAMomentOfItsOwn()
    {
        var none = new VisitTotals(0, 0, TimeSpan.Zero);
        var (one, other) = (VisitSpread.Of("k1", none, From, Until, Paths), VisitSpread.Of("k2", none, From, Until, Paths));

        Assert.Empty(one.Visits);
        Assert.Equal(one.First, one.Last);
        Assert.InRange(one.First, From, Until);
        Assert.NotEqual(one.First, other.First);
    }

    [Theory]
    [InlineData("-1,2,3", "visits.count: '-1' is not a number of 0 or more")]
    [InlineData("x,2,3", "visits.count: 'x' is not a number of 0 or more")]
    [InlineData("1,2,NaN", "visits.total_seconds: 'NaN' is not a number of 0 or more")]
    [InlineData("9999999,1,3", "more than 5,000 visits")]
    [InlineData("5000,1000,3", "or 50,000 pages")]
    public void Expand_TotalsThatAreNone_AreAFaultOfTheRow(string totals, string fault)
    {
        var mapping = Mappings.Parse(
            """
            to: rybbit
            visits: { key: "{Key}", count: "{N}", pages_per_visit: "{P}", total_seconds: "{S}" }
            events: [ { each: page_view, fields: { type: pageview } } ]
            """);

        Assert.Contains(fault, Assert.Single(Mappings.Map(mapping, $"Key,N,P,S\nk,{totals}\n")).Fault, StringComparison.Ordinal);
    }
}
