using PersonalizationEngine.Core.Profiles.Signals;

namespace PersonalizationEngine.Core.Tests.Profiles.Signals;

public sealed class GlobTests
{
    [Theory]
    [InlineData("/pricing", "/pricing", true)]
    [InlineData("/pricing", "/Pricing/", true)]
    [InlineData("/pricing", "/pricing/teams", false)]
    [InlineData("/*/pricing", "/de/pricing", true)]
    [InlineData("/*/pricing", "/de/at/pricing", false)]
    [InlineData("/pricing/**", "/pricing/a/b/c", true)]
    [InlineData("/pricing/**", "/pricing", false)]
    [InlineData("/", "/", true)]
    [InlineData("/a.b", "/axb", false)]
    public void ForPath_Pattern_MatchesAsRybbitDoes(string pattern, string path, bool expected) =>
        Assert.Equal(expected, Glob.ForPath(pattern).Matches(path));

    [Theory]
    [InlineData("*demo*", "Request-a-DEMO-form", true)]
    [InlineData("*demo*", "contact", false)]
    [InlineData("demo", "demo", true)]
    [InlineData("demo", "demos", false)]
    [InlineData("/forms/*", "/forms/a/b", true)]
    public void ForText_Pattern_MatchesAnywhereThereIsAStar(string pattern, string text, bool expected) =>
        Assert.Equal(expected, Glob.ForText(pattern).Matches(text));

    [Fact]
    public void Matches_HostilePattern_Ends() => Assert.False(Glob.ForText("*a*a*a*a*a*a*a*a*b").Matches(new string('a', 5000)));
}
