using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Demo;

/// <summary>What the engine makes of a month of two thousand people.</summary>
public sealed class DemoMonthTests(DemoMonth month, ITestOutputHelper output) : IClassFixture<DemoMonth>
{
    private const int Page = 10;

    private EngineClient Client => month.Engine.Client;

    [Fact]
    public void Month_SentThroughTheWebhooks_IsTakenWhole()
    {
        Assert.Contains("0 duplicates, 0 refused", month.Report, StringComparison.Ordinal);
        Assert.Equal(2000, month.People.Count);
        Assert.InRange(month.Store.Count("select count(*) from events where source = 'rybbit'"), 80_000, 120_000);
        Assert.Equal(300, month.Store.Count("select count(*) from items where deleted = 0"));
    }

    [Fact]
    public async Task Recommendations_ForEveryPerson_FitTheTribeThreeTimesAsOftenAsPopularItems()
    {
        var taste = new TribeTaste(month);
        double recommended = 0, popular = 0;
        foreach (var person in month.People)
        {
            var items = (await Client.GetAsync($"/api/v1/recommend/{Uri.EscapeDataString(person.Id)}?n={Page}")).AssertOk()
                .Json["recommendations"]!.AsArray().Select(item => (string)item!["item_id"]!).ToList();
            Assert.Equal(Page, items.Count);
            recommended += taste.Precision(person, items);
            popular += taste.Precision(person, taste.PopularUnseen(person, Page));
        }

        output.WriteLine($"tribe precision@10: recommended {recommended / month.People.Count:0.000}, popularity {popular / month.People.Count:0.000}");
        Assert.True(recommended >= 3 * popular, $"{recommended} of recommendations, {popular} of popular items.");
    }

    [Fact]
    public async Task Recommenders_TrainedOnTheMonth_ShowWhatTheyWereChosenBy()
    {
        var before = Embedded((await Client.AdminAsync(HttpMethod.Get, "recommenders")).AssertOk());
        var after = Embedded((await Client.AdminAsync(HttpMethod.Post, "recommenders/embedded/train")).AssertOk());

        Assert.True((bool)after["active"]!);
        Assert.True((long)after["version"]! > ((long?)before["version"] ?? 0));
        Assert.True((int)after["people"]! >= 2000);
        Assert.Equal(0, (int)after["interactions_since"]!);
        var bands = after["choice"]!["bands"]!.AsArray();
        Assert.Equal([1, 2, 4, 8, 15, 35], bands.Select(band => (int)band!["from_items"]!));
        foreach (var band in bands.Where(band => band!["shares"] is not null))
        {
            output.WriteLine(band!.ToJsonString());
            Assert.Equal(1, band["shares"]!.AsObject().Sum(share => (double)share.Value!), 0.01);
            Assert.True((double)band["held_out_ndcg"]!["blend"]! >= (double)band["held_out_ndcg"]!["lasting"]!);
        }

        static JsonNode Embedded(EngineResponse answer) => answer.Json["recommenders"]!.AsArray().Single(each => (string)each!["name"]! == "embedded")!;
    }

    [Fact]
    public async Task Segments_OfAllPeople_TellWhoConverts()
    {
        var people = new List<(string Segment, bool Converted)>();
        foreach (var person in month.People)
        {
            var answer = (await Client.GetAsync($"/api/v1/segment/{Uri.EscapeDataString(person.Id)}")).AssertOk().Json;
            people.Add(((string)answer["segment"]!, person.Converted));
        }

        var rates = people.GroupBy(person => person.Segment)
            .ToDictionary(group => group.Key, group => group.Average(person => person.Converted ? 1.0 : 0));
        output.WriteLine(string.Join(", ", rates.Select(rate => $"{rate.Key} {people.Count(person => person.Segment == rate.Key)}: {rate.Value:0.00}")));
        Assert.True(rates["cold_lead"] < rates["warm_lead"] && rates["warm_lead"] < rates["hot_lead"] && rates["hot_lead"] < rates["sales_ready"]);
    }

    [Theory]
    [InlineData("lena-cold", "cold_lead")]
    [InlineData("marc-warm", "warm_lead")]
    [InlineData("sofia-ready", "sales_ready")]
    public async Task Persona_OfTheTour_IsAsTheReadmeSays(string person, string segment)
    {
        var answer = await Client.PersonalizeAsync(person);

        Assert.Equal((segment, true), ((string?)answer["segment"], (bool)answer["known"]!));
    }

    [Fact]
    public void Memory_WithTheMonthInIt_IsModest()
    {
        output.WriteLine($"{month.Engine.WorkingSet >> 20} MB");
        Assert.InRange(month.Engine.WorkingSet, 1, 300L << 20);
    }
}
