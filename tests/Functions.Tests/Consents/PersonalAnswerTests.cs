using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;
using static PersonalizationEngine.Functions.Tests.Identity.Ids;

namespace PersonalizationEngine.Functions.Tests.Consents;

/// <summary>What every endpoint that serves somebody says to those who agreed, refused, or were never asked, on either kind of site.</summary>
public sealed class PersonalAnswerTests(AskingEngines engines) : IClassFixture<AskingEngines>
{
    private static readonly string[] Everything = ["profile", "history", "score", "segment"], History = ["history"];

    private readonly string _ann = Sent.NewId("ann"), _item = Sent.NewId("item"), _other = Sent.NewId("item");

    /// <summary>Setting, the person's word, and whether their data may be used.</summary>
    public static TheoryData<bool, bool?, bool> Words { get; } = new()
    {
        { false, null, true }, { false, true, true }, { false, false, false },
        { true, null, false }, { true, true, true }, { true, false, false },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Personalize_GoesByTheProfileOnlyWithConsent(bool optIn, bool? said, bool isUsed)
    {
        var client = await MeetAsync(optIn, "personalization", said);
        var slot = Sent.NewId("slot");
        await client.AddRuleAsync(Defined.Rule(
            new JsonObject { ["$and"] = new JsonArray(Defined.For(_ann), new JsonObject { ["company"] = "Acme" }) }, Defined.Show(slot, "personal")).With("priority", 9));
        await client.AddRuleAsync(Defined.Rule(new JsonObject { ["context.page"] = slot }, Defined.Show(slot, "by context")).With("priority", 1));

        var answer = await client.PersonalizeAsync(_ann, $"slots={slot}&context.page={slot}&explain=true");

        Assert.Equal(isUsed ? "personal" : "by context", (string?)answer["slots"]![slot]!["content"]);
        Assert.Equal((isUsed, isUsed), ((bool)answer["known"]!, (bool)answer["identified"]!));
        AssertUnused(answer, isUsed ? [] : Everything);
        var word = answer["consent"]!.AsArray().Single(one => (string?)one!["purpose"] == "personalization")!;
        Assert.Equal((Said(said), isUsed), ((string?)word["said"], (bool)word["allowed"]!));
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Segment_IsThatOfAStrangerWithoutConsent(bool optIn, bool? said, bool isUsed)
    {
        var client = await MeetAsync(optIn, "personalization", said);

        var answer = (await client.GetAsync($"/api/v1/segment/{_ann}")).AssertOk().Json;

        Assert.Equal(isUsed ? "hot_lead" : "cold_lead", (string?)answer["segment"]);
        AssertUnused(answer, isUsed ? [] : Everything);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task LeadScore_CountsTheWebsiteOnlyWithConsentToAnalytics(bool optIn, bool? said, bool isUsed)
    {
        var client = await MeetAsync(optIn, "analytics", said);

        var answer = await client.ScoreAsync(_ann);

        Assert.Equal(isUsed ? 1m : 0m, Factor(answer, "pricing_page_visits"));
        Assert.Equal(50m, Factor(answer, "email_clicks"));
        AssertUnused(answer, isUsed ? [] : History);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Recommend_GoesByTheHistoryOnlyWithConsent(bool optIn, bool? said, bool isUsed)
    {
        var client = await MeetAsync(optIn, "personalization", said);

        var answer = (await client.GetAsync($"/api/v1/recommend/{_ann}?leave_out=seen&n=100")).AssertOk().Json;

        Assert.Equal(!isUsed, HasItem(answer));
        AssertUnused(answer, isUsed ? [] : Everything);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Similar_LeavesOutWhatThePersonSawOnlyWithConsent(bool optIn, bool? said, bool isUsed)
    {
        var client = await MeetAsync(optIn, "personalization", said);

        var answer = (await client.GetAsync($"/api/v1/items/{_other}/similar?user_id={_ann}&leave_out=seen&n=100")).AssertOk().Json;

        Assert.Equal(!isUsed, HasItem(answer));
        AssertUnused(answer, isUsed ? [] : Everything);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Assignment_TargetedByProfile_NeedsConsent_AndAllOthersDoNot(bool optIn, bool? said, bool isUsed)
    {
        var client = await MeetAsync(optIn, "personalization", said);
        var (open, targeted) = (Defined.NewKey(), Defined.NewKey());
        await client.AddExperimentAsync(Defined.Experiment(open, "a", "b"));
        await client.AddExperimentAsync(Defined.Experiment(targeted, "a", "b").With("condition", new JsonObject { ["company"] = "Acme" }));

        var anyone = (await client.GetAsync($"/api/v1/experiments/{open}/assignment?user_id={_ann}")).AssertOk().Json;
        var some = (await client.GetAsync($"/api/v1/experiments/{targeted}/assignment?user_id={_ann}")).AssertOk().Json;

        Assert.Equal((true, isUsed), ((bool)anyone["in_experiment"]!, (bool)some["in_experiment"]!));
        AssertUnused(some, isUsed ? [] : Everything);
        AssertUnused((await client.GetAsync($"/api/v1/experiments/assignments?user_id={_ann}")).AssertOk().Json["assignments"]![0]!, isUsed ? [] : Everything);
    }

    /// <summary>Somebody of a company who clicked in mails, asked for prices and looked at an item.</summary>
    private async Task<EngineClient> MeetAsync(bool optIn, string purpose, bool? said)
    {
        var client = engines.Of(optIn).Client;
        var others = new[] { "analytics", "personalization" }.Where(one => one != purpose).Select(one => Consent(_ann, one, true, 500));
        var word = said is { } granted ? [Consent(_ann, purpose, granted, 400)] : Array.Empty<JsonObject>();
        await client.AcceptEventsAsync("cdp", [Sent.Item(_item), Sent.Item(_other), Customer(_ann, 600, ("company", "Acme")), .. others, .. word]);
        await client.AcceptEventsAsync("cdp", Enumerable.Range(0, 50).Select(_ => Sent.Cdp("email.clicked", 30, new JsonObject { ["user_id"] = _ann })));
        var watcher = Sent.NewId("watcher");
        await client.AcceptEventsAsync("cdp", Consent(watcher, "analytics", true, 500));
        await client.AcceptEventsAsync(
            "rybbit", Sent.PageView(_ann, "/pricing", 20), Sent.PageView(_ann, $"/blog/{_item}", 20),
            Sent.PageView(watcher, $"/blog/{_item}", 20), Sent.PageView(watcher, $"/blog/{_other}", 19));
        return client;
    }

    private static string Said(bool? said) => said switch { null => "not_asked", true => "granted", false => "refused" };

    private bool HasItem(JsonNode answer) => answer["recommendations"]!.AsArray().Any(item => (string?)item!["item_id"] == _item);

    private static void AssertUnused(JsonNode answer, string[] inputs) =>
        Assert.Equal(inputs, answer["unused_inputs"]!.AsArray().Select(input => (string)input!));

    private static decimal Factor(JsonNode answer, string factor) =>
        (decimal)answer["receipt"]!.AsArray().Single(line => (string?)line!["factor"] == factor)!["value"]!;
}
