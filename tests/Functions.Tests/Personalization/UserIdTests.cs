using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Personalization;

/// <summary>The id in the path, the same for every endpoint about a person.</summary>
public sealed class UserIdTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    private static readonly string[] Endpoints = ["personalize", "recommend", "segment", "lead-score"];

    public static TheoryData<string, string> Accepted => Combined(
        new string('x', 255),
        new string('ä', 255),
        "1",
        "o'brien; drop table people --",
        "a b",
        "a/b",
        "..%2f..",
        "用户-Ω-é",
        "👩‍🚀",
        "user+tag@example.com",
        "null",
        "true",
        "-1",
        "a\\b\"c<d>");

    public static TheoryData<string, string> Refused => Combined(
        new string('x', 256),
        " lead",
        "trail ",
        "tab\tinside",
        "line\nbreak",
        "bell\u0007",
        "del\u007f",
        "next\u0085line",
        "\u00a0nbsp");

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task Id_WithinTheRules_IsAnsweredUnchanged(string endpoint, string id)
    {
        var answer = (await SendAsync(endpoint, Uri.EscapeDataString(id))).AssertOk().Json;

        Assert.Equal(id.Replace("%2f", "/", StringComparison.Ordinal), (string?)answer["user_id"]);
        Assert.False((bool)answer["known"]!);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Id_OutsideTheRules_IsRefusedWithWhatIsAccepted(string endpoint, string id)
    {
        var answer = await SendAsync(endpoint, Uri.EscapeDataString(id));

        answer.AssertProblem(400, "user_id");
        Assert.Contains("1 to 255 characters", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Id_Missing_IsNotFound()
    {
        foreach (var endpoint in Endpoints) (await SendAsync(endpoint, "")).AssertProblem(404);
    }

    [Fact]
    public async Task Ids_ThatDifferInCase_AreDifferentPeople()
    {
        var user = Sent.NewId("Case");
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(user, "/"));

        Assert.True((bool)(await engine.Client.PersonalizeAsync(user))["known"]!);
        Assert.False((bool)(await engine.Client.PersonalizeAsync(user.ToLowerInvariant()))["known"]!);
    }

    [Fact]
    public async Task Id_WithASlashAndQuotes_IsTheSamePersonForEventsAndDecisions()
    {
        var user = $"{Sent.NewId()}/it's 100% \"fine\"";
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(user, "/pricing"));

        Assert.Equal(3.5m, (decimal)(await engine.Client.PersonalizeAsync(user))["score"]!);
    }

    private static TheoryData<string, string> Combined(params string[] ids) =>
        [.. from endpoint in Endpoints from id in ids select (endpoint, id)];

    private Task<EngineResponse> SendAsync(string endpoint, string escapedId) => endpoint == "lead-score"
        ? engine.Client.PostAsync($"/api/v1/{endpoint}/{escapedId}")
        : engine.Client.GetAsync($"/api/v1/{endpoint}/{escapedId}");
}
