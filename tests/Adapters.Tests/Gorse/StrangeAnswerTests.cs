using PersonalizationEngine.Adapters.Gorse;

namespace PersonalizationEngine.Adapters.Tests.Gorse;

/// <summary>Whatever stands in the answer, the person gets items that may be shown, each once.</summary>
public sealed class StrangeAnswerTests
{
    [Theory]
    [InlineData("null", "embedded", false)]
    [InlineData("[]", "embedded", false)]
    [InlineData("""["b","a"]""", "gorse", false)]
    [InlineData("""[{"Id":"b","Score":2,"Reason":"of a later version"},{"Id":"a","Score":null}]""", "gorse", false)]
    [InlineData("""[{"Id":"b","Score":1},{"Id":"b","Score":1},{"Id":"b","Score":9}]""", "gorse", false)]
    [InlineData("""[{"Id":"~","Score":1},{"Id":"","Score":1},{"Id":"~9","Score":1}]""", "embedded", false)]
    [InlineData("""[{"Score":1}]""", "embedded", true)]
    [InlineData("""[null]""", "embedded", false)]
    [InlineData("""[[[""", "embedded", true)]
    [InlineData("<html>A proxy says hello.</html>", "embedded", true)]
    [InlineData("", "embedded", true)]
    [InlineData("""{"error":"none"}""", "embedded", true)]
    [InlineData("""[5]""", "embedded", true)]
    public async Task Recommend_AStrangeAnswer_StillGivesEverythingOnce(string answer, string recommender, bool isStandIn)
    {
        await using var gorse = await StrangeGorse.StartAsync(answer);
        using var chain = new Chain(gorse.Url);
        chain.Catalogue(Chain.Item("a"), Chain.Item("b"));

        var page = await chain.AskAsync();

        Assert.Equal(["a", "b"], page.Items.Select(item => item.ItemId).Order(StringComparer.Ordinal));
        Assert.Equal((recommender, isStandIn), (page.Recommender, page.IsStandIn));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Recommend_AnErrorOfGorses_StandsIn(int status)
    {
        await using var gorse = await StrangeGorse.StartAsync("out of order", status);
        using var chain = new Chain(gorse.Url);
        chain.Catalogue(Chain.Item("a"));

        var page = await chain.AskAsync(ask: query => query with { CurrentItemId = "b" });

        Assert.Equal((1, "embedded", true), (page.Items.Count, page.Recommender, page.IsStandIn));
    }

    [Fact]
    public void Options_AsText_TellNoSecret()
    {
        var options = new GorseOptions(new Uri("http://user:word@gorse:8087/?k=v"), "secret-of-gorse");

        Assert.Equal("http://gorse:8087/, with a key", options.ToString());
    }
}
