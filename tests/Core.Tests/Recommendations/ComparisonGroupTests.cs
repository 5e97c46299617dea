using CsCheck;
using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations;

public sealed class ComparisonGroupTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.01)]
    [InlineData(0.05)]
    [InlineData(0.5)]
    public void Contains_ManyPeople_IsTheShare(double share)
    {
        const int People = 40_000;
        var group = new ComparisonGroup(share, ComparisonGroup.DefaultSeed);
        var members = Enumerable.Range(0, People).Count(person => group.Contains($"person-{person}"));

        var tolerance = 5 * Math.Sqrt(share * (1 - share) / People);
        Assert.InRange(members / (double)People, share - tolerance, share + tolerance);
    }

    [Fact]
    public void Contains_LargerShare_KeepsThoseOfTheSmaller() => Gen.Select(Gen.String[1, 60], Gen.Double[0, 0.5], Gen.Double[0, 0.5]).Sample((person, a, b) =>
        !new ComparisonGroup(Math.Min(a, b), "s").Contains(person) || new ComparisonGroup(Math.Max(a, b), "s").Contains(person));

    [Fact]
    public void Contains_AnotherSeed_DrawsAnew()
    {
        var (one, other) = (new ComparisonGroup(0.5, "one"), new ComparisonGroup(0.5, "other"));
        var alike = Enumerable.Range(0, 10_000).Count(person => one.Contains($"p{person}") == other.Contains($"p{person}"));

        Assert.InRange(alike, 4750, 5250);
    }

    /// <summary>Over processes and versions: whoever changes this shuffles everybody's groups.</summary>
    [Theory]
    [InlineData("lena-cold", 0.7007)]
    [InlineData("marc-warm", 0.9073)]
    [InlineData("sofia-ready", 0.5222)]
    public void Contains_PeopleOfTheTour_NeverUpToTheHighestShare(string person, double place)
    {
        Assert.False(new ComparisonGroup(ComparisonGroup.HighestShare, ComparisonGroup.DefaultSeed).Contains(person));
        Assert.False(new ComparisonGroup(place, ComparisonGroup.DefaultSeed).Contains(person));
        Assert.True(new ComparisonGroup(place + 0.0001, ComparisonGroup.DefaultSeed).Contains(person));
    }
}
