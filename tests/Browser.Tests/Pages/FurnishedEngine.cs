using System.Text.Json.Nodes;
using PersonalizationEngine.Browser.Tests.Running;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Pages;

/// <summary>The demo month, and of everything else that pages show at least one.</summary>
public sealed class FurnishedEngine : PagesOfEngine
{
    protected override async Task<EngineProcess> BeginAsync()
    {
        var process = await EngineProcess.StartAsync(
            null, ("EDITOR_KEYS", $"anna:{DashboardEngine.EditorKey}"), ("rules__holdout", "0.05"));
        await process.Client.BecomeReadyAsync();
        await DashboardEngine.FeedAsync(process.Client, "--people", "400", "--items", "120", "--events", "12000");
        foreach (var person in Enumerable.Range(0, 80)) await process.Client.PostAsync($"/api/v1/lead-score/person-{person:0000}");
        await process.Client.PostAsync("/api/v1/lead-score/sofia-ready");
        Further = await new Furniture(process.Client, new PlainWords()).MoveInAsync();
        return process;
    }

    private sealed class PlainWords : IWords
    {
        public string Name(string what) => $"The {what} of the tests";

        public string Text(string what) => $"What is said of the {what}, in a sentence or two. It is not very long.";

        public string Person => "anna-of-the-tests";

        public string Address => "https://www.example.com/blog/some-article";

        public JsonNode Value => "gold";
    }
}

[CollectionDefinition(Name)]
public sealed class FurnishedPages : ICollectionFixture<FurnishedEngine>
{
    public const string Name = "Pages of a furnished engine";
}
