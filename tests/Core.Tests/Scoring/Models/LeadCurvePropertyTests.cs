using CsCheck;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Scoring.Models.Evaluation;
using static PersonalizationEngine.Core.Tests.Scoring.Models.Leads;

namespace PersonalizationEngine.Core.Tests.Scoring.Models;

/// <summary>What holds of any model and any acts.</summary>
public sealed class LeadCurvePropertyTests
{
    private static readonly string[] Decays =
    [
        """{"curve": "none"}""", """{"curve": "half_life", "days": 14}""", """{"curve": "half_life", "days": 3}""",
        """{"curve": "linear", "days": 10, "share": 0.4}""", """{"curve": "step", "days": 7, "share": 0.25}""",
    ];

    private static readonly Gen<string> GenRule =
        from key in Gen.OneOf("a", "b", "c")
        from points in Gen.Int[-40, 40].Where(points => points != 0)
        from decay in Gen.OneOf(Decays)
        from within in Gen.OneOf("", """, "within_days": 12""")
        from cap in Gen.OneOf("", """, "cap": 30""", """, "floor": -25""")
        select Act(key, points, decay, within + cap);

    private static readonly Gen<LeadModel> GenModel =
        from rules in GenRule.List[1, 4]
        from bounds in Gen.OneOf("", """ "cap": 60,""")
        select Model(
            $$"""{"key": "m", "name": "M", "groups": [{"key": "g", "kind": "engagement",{{bounds}} "rules": [{{string.Join(",", rules.Select((rule, i) => rule.Replace("{\"key\": \"", $"{{\"key\": \"r{i}", StringComparison.Ordinal)))}}]}]}""");

    private static readonly Gen<Activity[]> GenActs =
        (from name in Gen.OneOf("a", "b", "c", "d") from day in Gen.Double[-40, 20] select Did(name, day)).Array[0, 12];

    [Fact]
    public void Score_ActsInAnyOrder_IsTheSame() => Gen.Select(GenModel, GenActs, Gen.Double[-40, 60], Gen.Int).Sample((model, acts, day, seed) =>
    {
        var shuffled = acts.OrderBy(act => unchecked((int)act.At.Ticks * 31 ^ seed)).ToList();
        Assert.Equal(Curve(model, acts).Score(Day(day)), Curve(model, shuffled).Score(Day(day)), 1e-9);
    });

    /// <summary>The two numbers that a ledger keeps, whatever comes late.</summary>
    [Fact]
    public void Fold_PointsInAnyOrder_GiveTheSameValue() =>
        Gen.Select(Gen.Select(Gen.Double[-60, 0], Gen.Double[-100, 100]).Array[1, 30], Gen.Double[0, 60], Gen.Int).Sample((points, day, seed) =>
        {
            var halfLife = TimeSpan.FromDays(14);
            double Fold(IEnumerable<(double Day, double Points)> events) => events
                .Aggregate(new DecayedValue(0, Day(-1000), halfLife), (value, one) => value.Add(one.Points, Day(one.Day))).Of(Day(day));

            var plain = points.Sum(one => one.Item2 * Math.Pow(2, -(day - one.Item1) / 14));
            Assert.Equal(plain, Fold(points), 1e-9);
            Assert.Equal(Fold(points), Fold(points.OrderBy(one => unchecked((int)(one.Item1 * 1e6) * 31 ^ seed))), 1e-9);
        });

    /// <summary>The formula written out, act by act, against what is folded and searched.</summary>
    [Fact]
    public void Score_AnyModel_IsTheFormulaActByAct() => Gen.Select(GenModel, GenActs, Gen.Double[-40, 60]).Sample((model, acts, day) =>
    {
        var at = Day(day);
        var sum = 0.0;
        foreach (var group in model.Groups)
        {
            var inGroup = group.Rules.Cast<ActRule>().Sum(rule => rule.Bounds.Clamp(acts
                .Where(act => act.At <= at && act.Name == rule.Key[2..] && !(at - act.At > rule.Within))
                .Sum(act => rule.Points * rule.Decay.Left(at - act.At))));
            sum += group.Bounds.Clamp(inGroup);
        }

        Assert.Equal(model.Bounds.Clamp(sum), Curve(model, acts).Score(at), 1e-9);
    });

    /// <summary>The crossing that is found is one, and a fine comb finds none before it.</summary>
    [Fact]
    public void First_AnyModelAndThreshold_IsTheFirstOne() => Gen.Select(GenModel, GenActs, Gen.Double[1, 60], Gen.Bool).Sample((model, acts, threshold, below) =>
    {
        var curve = Curve(model, acts);
        bool Holds(DateTimeOffset at) => below ? curve.Score(at) < threshold : curve.Score(at) >= threshold;
        if (Holds(Day(-41))) return;
        var found = below ? curve.FirstBelow(threshold, Day(-41), Day(60)) : curve.FirstReached(threshold, Day(-41), Day(60));
        if (found is { } at) Assert.True(Holds(at));
        for (var hour = Day(-41); hour < (found ?? Day(60)); hour = hour.AddHours(3)) Assert.False(Holds(hour), $"{hour:O} before {found:O}");
    });
}
