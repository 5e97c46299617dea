using CsCheck;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Sync.Gorse;

namespace PersonalizationEngine.Engine.Tests.Sync.Gorse;

public sealed class InterestFoldTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);
    private static readonly InterestRules Rules = new(InteractionWeights.Default);

    private static readonly Gen<ItemActivity[]> Histories = Gen.Select(
        Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 200_000], Gen.OneOf("pageview", "pageview", "pageview", "copy", "form_submit", "scroll"),
        (person, item, minutes, type) => Act($"p{person}", $"i{item}", minutes / 1440.0, type)).Array[0, 40]
        .Select(acts => acts.OrderBy(act => act.At).ToArray());

    [Theory]
    [InlineData("pageview pageview", null)]
    [InlineData("pageview pageview pageview", 3.0)]
    [InlineData("form_submit", 3.0)]
    [InlineData("copy", 2.5)]
    [InlineData("outbound pageview", 3.5)]
    [InlineData("scroll scroll scroll scroll", null)]
    public void Interests_OfActsAtOneTime_AreThoseThatReachTheThreshold(string types, double? strength)
    {
        var interest = Fold(types.Split(' ').Select(type => Act("ada", "a", 1, type))).Select(found => (double?)found.Strength).SingleOrDefault();

        Assert.Equal(strength, interest);
    }

    [Theory]
    [InlineData(0.001, true)]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void Interests_OfThreeViews_AreOneWhenTheyAreCloseEnough(double daysApart, bool isInterest) =>
        Assert.Equal(isInterest, Fold([Act("ada", "a", 2 * daysApart), Act("ada", "a", daysApart), Act("ada", "a", 0)]).Count == 1);

    [Fact]
    public void Interests_OfViewsFarApart_AreNone() =>
        Assert.Empty(Fold([Act("ada", "a", 365), Act("ada", "a", 180), Act("ada", "a", 60), Act("ada", "a", 0)]));

    [Fact]
    public void Strength_OfActsAHalfLifeApart_CountsTheEarlierOnesHalf()
    {
        var interest = Assert.Single(Fold([Act("ada", "a", 30, "form_submit"), Act("ada", "a", 0, "form_submit")]));

        Assert.Equal(new Interest("ada", "a", 4.5, Now), interest);
    }

    [Fact]
    public void Strength_WithALateSmallAct_StaysTheHighestAndIsDatedAnew()
    {
        var interest = Assert.Single(Fold([Act("ada", "a", 300, "form_submit"), Act("ada", "a", 0)]));

        Assert.Equal(new Interest("ada", "a", 3, Now), interest);
    }

    [Fact]
    public void Interests_OfWantedPairs_AreThoseAlone()
    {
        var fold = new InterestFold(Rules, new HashSet<(string, string)> { ("ada", "b") });
        foreach (var item in (string[])["a", "b"]) fold.Add(Act("ada", item, 0, "copy"));

        Assert.Equal("b", Assert.Single(fold.Interests).ItemId);
    }

    [Fact]
    public void Interests_OfAnyActs_AreWhatTheFormulaSays() => Histories.Sample(acts =>
    {
        var expected = acts.GroupBy(act => (act.PersonId, act.ItemId)).Select(Formula).OfType<Interest>().ToHashSet();
        Assert.Equal(expected, Fold(acts).ToHashSet());
    });

    /// <summary>What Gorse was told stays right until it is told more: nobody has to take anything back.</summary>
    [Fact]
    public void Interests_WithFurtherActs_NeverVanishNorShrink() => Gen.Select(Histories, Histories).Sample((acts, more) =>
    {
        var before = Fold(acts);
        var after = Fold(acts.Concat(more).OrderBy(act => act.At)).ToDictionary(interest => (interest.PersonId, interest.ItemId));
        Assert.All(before, interest => Assert.True(
            after.TryGetValue((interest.PersonId, interest.ItemId), out var then) && then.Strength >= interest.Strength && then.At >= interest.At));
    });

    private static Interest? Formula(IGrouping<(string PersonId, string ItemId), ItemActivity> pair)
    {
        var counted = pair.Where(act => act.Type != "scroll").ToList();
        if (counted.Count == 0) return null;
        var highest = counted.Max(until => counted.Where(act => act.At <= until.At)
            .Sum(act => WeightOf(act.Type) * Math.Pow(2, -((until.At - act.At) / TimeSpan.FromDays(30)))));
        var strength = Math.Round(highest, 4);
        return strength < 2.5 ? null : new Interest(pair.Key.PersonId, pair.Key.ItemId, strength, counted.Max(act => act.At));
    }

    private static double WeightOf(string type) => type switch
    {
        "pageview" => 1,
        "form_submit" => 3,
        _ => 2.5,
    };

    private static List<Interest> Fold(IEnumerable<ItemActivity> acts)
    {
        var fold = new InterestFold(Rules);
        foreach (var act in acts) fold.Add(act);
        return [.. fold.Interests];
    }

    private static ItemActivity Act(string person, string item, double daysAgo, string type = "pageview") =>
        new(person, item, null, type, Now.AddDays(-daysAgo));
}
