using CsCheck;

namespace PersonalizationEngine.Core.Tests.Recommendations;

public sealed class ReasonTests
{
    [Theory]
    [InlineData("Pricing a data platform", "'Pricing a data platform'")]
    [InlineData(null, "'tent'")]
    [InlineData("", "'tent'")]
    public void Reason_NamesTheTitle_OrTheId(string? title, string expected) =>
        Assert.Equal($"Viewed together with {expected}", ReasonFor(title));

    [Fact]
    public void Reason_LongTitle_IsCutAtAWholeCharacter()
    {
        Assert.Equal($"Viewed together with '{new string('x', 80)}'", ReasonFor(new string('x', 80)));
        Assert.Equal($"Viewed together with '{new string('x', 79)}…'", ReasonFor(new string('x', 81)));
        Assert.Equal($"Viewed together with '{new string('x', 78)}…'", ReasonFor(new string('x', 78) + "😀 and more"));
    }

    [Fact]
    public void Reason_AnyTitle_AtMost140Characters() => Gen.String[0, 300].Sample(
        title => Assert.InRange(ReasonFor(title).Length, 1, 140), iter: 50);

    [Fact]
    public void Reason_Popular_CountsPeopleNotViews()
    {
        using var recommender = World.After(
            World.View("anna", "solo", 40), World.View("anna", "solo", 39), World.View("", "nobody", 50),
            World.View("anna", "duo", 60), World.View("bert", "duo", 60));
        var reasons = recommender.Popular(World.Ask()).Items.ToDictionary(item => item.ItemId, item => item.Reason);

        Assert.Equal("Popular: 1 person viewed this", reasons["solo"]);
        Assert.Equal("Popular: 2 people viewed this", reasons["duo"]);
        Assert.Equal("Popular with visitors", reasons["nobody"]);
    }

    private static string ReasonFor(string? title)
    {
        var world = new World(
            [new() { ItemId = "tent", Title = title }],
            [World.View("a", "tent", session: "s"), World.View("a", "stove", session: "s")]);
        using var recommender = world.Build();
        return recommender.Similar(World.Ask() with { CurrentItemId = "tent" }).Items[0].Reason;
    }
}
