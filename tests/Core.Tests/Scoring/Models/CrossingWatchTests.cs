using CsCheck;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Scoring.Models.Crossings;
using static PersonalizationEngine.Core.Tests.Scoring.Models.Leads;

namespace PersonalizationEngine.Core.Tests.Scoring.Models;

/// <summary>Entered at the threshold, left the hysteresis below it, and not before the dwell is over.</summary>
public sealed class CrossingWatchTests
{
    private const string Decay = """{"curve": "half_life", "days": 14}""";

    [Fact]
    public void Advance_RiseAndFall_CrossesEachThresholdUpAndDown()
    {
        var curve = Curve(Watched(hysteresis: 5, dwellHours: 0), Did("a", 0));
        var (states, crossings) = CrossingWatch.Advance(curve, CrossingWatch.Begin(), Day(-1), Day(60));

        // 60 points: below 45 after 14 × log₂(60/45) days, below 15 after 28.
        Assert.Equal(
            [(LeadSegment.WarmLead, true, 0.0), (LeadSegment.HotLead, true, 0.0), (LeadSegment.HotLead, false, 14 * Math.Log2(60 / 45.0)), (LeadSegment.WarmLead, false, 28.0)],
            crossings.Select(crossing => (crossing.Segment, crossing.IsUp, Math.Round((crossing.At - Now).TotalDays, 6))).Select(one => (one.Segment, one.IsUp, one.Item3)),
            Comparer);
        Assert.All(states, state => Assert.False(state.IsInside));
    }

    [Fact]
    public void Advance_InOneGoOrInMany_NotesTheSame() => Gen.Select(GenActs, Gen.Int[1, 60]).Sample((acts, steps) =>
    {
        var curve = Curve(Watched(hysteresis: 5, dwellHours: 36), acts);
        var whole = CrossingWatch.Advance(curve, CrossingWatch.Begin(), Day(-41), Day(60)).Crossings;

        var (states, noted) = (CrossingWatch.Begin(), new List<ThresholdCrossing>());
        for (var i = 0; i < steps; i++)
        {
            var (next, crossings) = CrossingWatch.Advance(curve, states, Day(-41 + 101.0 * i / steps), Day(-41 + 101.0 * (i + 1) / steps));
            states = next;
            noted.AddRange(crossings);
        }

        Assert.Equal(whole.Select(Told), noted.Select(Told));
    });

    [Fact]
    public void Advance_AnyActs_KeepsHysteresisDwellAndOrder() => Gen.Select(GenActs, Gen.Double[0, 19], Gen.Int[0, 200]).Sample((acts, hysteresis, hours) =>
    {
        var model = Watched(hysteresis, hours);
        foreach (var one in CrossingWatch.Advance(Curve(model, acts), CrossingWatch.Begin(), Day(-41), Day(60)).Crossings.GroupBy(crossing => crossing.Segment))
        {
            var crossings = one.ToList();
            for (var i = 0; i < crossings.Count; i++)
            {
                Assert.Equal((i % 2 == 0, i + 1L), (crossings[i].IsUp, crossings[i].Sequence));
                if (crossings[i].IsUp) Assert.True(crossings[i].Score >= model.LeastOf(one.Key));
                else Assert.True(crossings[i].Score < model.LeastOf(one.Key) - hysteresis);
                if (i > 0) Assert.True(crossings[i].At - crossings[i - 1].At >= TimeSpan.FromHours(hours));
            }
        }
    });

    [Fact]
    public void Next_OfAState_IsWhatAdvanceThenNotes() => Gen.Select(GenActs, Gen.Int[0, 100]).Sample((acts, hours) =>
    {
        var curve = Curve(Watched(3, hours), acts);
        var (states, _) = CrossingWatch.Advance(curve, CrossingWatch.Begin(), Day(-41), Day(20));
        var next = CrossingWatch.Next(curve, states, Day(20), Day(60));
        var after = CrossingWatch.Advance(curve, states, Day(20), Day(60)).Crossings;
        Assert.Equal(after.Count == 0 ? null : after[0].At, next);
    });

    [Fact]
    public void Settle_AlreadyAbove_IsInsideWithoutACrossing()
    {
        var curve = Curve(Watched(5, 0), Did("a", -1));
        var states = CrossingWatch.Settle(curve, CrossingWatch.Begin(), Now);
        Assert.Equal([true, true, false], states.Select(state => state.IsInside));
        Assert.All(states, state => Assert.Equal(((DateTimeOffset?)null, 0L), (state.Since, state.Sequence)));
        Assert.False(CrossingWatch.Advance(curve, states, Now, Day(1)).Crossings.Any());
    }

    [Fact]
    public void Of_SameCrossing_IsTheSameIdAndOthersAreOthers()
    {
        string[] ids =
        [
            CrossingIds.Of(1, "u", LeadSegment.HotLead, 1), CrossingIds.Of(2, "u", LeadSegment.HotLead, 1), CrossingIds.Of(1, "v", LeadSegment.HotLead, 1),
            CrossingIds.Of(1, "u", LeadSegment.WarmLead, 1), CrossingIds.Of(1, "u", LeadSegment.HotLead, 2),
        ];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(ids[0], CrossingIds.Of(1, "u", LeadSegment.HotLead, 1));
        Assert.Equal(32, ids[0].Length);
    }

    private static readonly Gen<Activity[]> GenActs = (from name in Gen.OneOf("a", "b", "c") from day in Gen.Double[-40, 20] select Did(name, day)).Array[0, 15];

    private static readonly IEqualityComparer<(LeadSegment, bool, double)> Comparer =
        EqualityComparer<(LeadSegment, bool, double)>.Create((x, y) => x.Item1 == y.Item1 && x.Item2 == y.Item2 && Math.Abs(x.Item3 - y.Item3) < 1e-5);

    private static (LeadSegment, bool, long, DateTimeOffset) Told(ThresholdCrossing crossing) => (crossing.Segment, crossing.IsUp, crossing.Sequence, crossing.At);

    private static LeadModel Watched(double hysteresis, int dwellHours) => Engagement(
        $"{Act("a", 60, Decay)}, {Act("b", -30, """{"curve": "half_life", "days": 5}""")}, {Act("c", 25, """{"curve": "step", "days": 6, "share": 0.5}""")}",
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $$""" "crossings": {"hysteresis": {{hysteresis}}, "dwell_hours": {{dwellHours}}},"""));
}
