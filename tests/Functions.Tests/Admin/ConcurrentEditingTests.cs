using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin;

/// <summary>Several marketers at once: with <c>If-Match</c> nobody overwrites what they have not seen.</summary>
public sealed class ConcurrentEditingTests(SharedEngine engine)
{
    private const int Marketers = 20;

    public static TheoryData<string> Kinds => ["rules", "experiments"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Put_ManyWithOneTag_ExactlyOneWins(string kind)
    {
        var added = await AddAsync(kind);
        var answers = await AllAsync(i => engine.Client.AdminAsync(HttpMethod.Put, $"{kind}/{added.Json["id"]}", Renamed(added, i), added.ETag));

        var winner = Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer != winner), answer => answer.AssertProblem(412));
        var stored = (await engine.Client.AdminAsync(HttpMethod.Get, $"{kind}/{added.Json["id"]}")).Json;
        Assert.Equal((2, (string?)winner.Json["name"]), ((int)stored["version"]!, (string?)stored["name"]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Put_ManyWithoutATag_AllAreTakenOneAfterTheOther(string kind)
    {
        var added = await AddAsync(kind);
        var answers = await AllAsync(i => engine.Client.AdminAsync(HttpMethod.Put, $"{kind}/{added.Json["id"]}", Renamed(added, i)));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(Enumerable.Range(2, Marketers), answers.Select(answer => (int)answer.Json["version"]!).Order());
    }

    [Fact]
    public async Task PutsAndDelete_WithOneTag_ExactlyOneWins()
    {
        var added = await AddAsync("rules");
        var path = $"rules/{added.Json["id"]}";
        var answers = await AllAsync(i => i % 4 == 0
            ? engine.Client.AdminAsync(HttpMethod.Delete, path, null, added.ETag)
            : engine.Client.AdminAsync(HttpMethod.Put, path, Renamed(added, i), added.ETag));

        Assert.Single(answers, answer => answer.Status is 200 or 204);
        Assert.All(answers.Where(answer => answer.Status is not (200 or 204)), answer => Assert.Contains(answer.Status, (int[])[404, 412]));
    }

    [Fact]
    public async Task Add_OneExperimentKeyAtOnce_ExactlyOneGetsIt()
    {
        var experiment = Defined.Experiment(Defined.NewKey(), "a", "b").ToJsonString();
        var answers = await AllAsync(_ => engine.Client.AdminAsync(HttpMethod.Post, "experiments", experiment));

        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers.Where(answer => answer.Status != 201), answer => answer.AssertProblem(409));
    }

    [Fact]
    public async Task Changes_OfManyAtOnce_AreAllInForceAfterwards()
    {
        var users = Enumerable.Range(0, Marketers).Select(_ => Sent.NewId()).ToArray();
        var rules = await Task.WhenAll(users.Select(user => engine.Client.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show("hero", user)))));

        for (var i = 0; i < users.Length; i++) Assert.Equal(rules[i], (await engine.Client.SlotAsync(users[i], "hero")).Rule);
    }

    private static Task<EngineResponse[]> AllAsync(Func<int, Task<EngineResponse>> send) =>
        Task.WhenAll(Enumerable.Range(0, Marketers).Select(i => Task.Run(() => send(i))));

    private static string Renamed(EngineResponse added, int number) => added.Json.AsObject().With("name", $"name {number}").ToJsonString();

    private async Task<EngineResponse> AddAsync(string kind)
    {
        var document = kind == "rules"
            ? Defined.Rule(Defined.For("nobody"), Defined.Show("banner", "x"))
            : Defined.Experiment(Defined.NewKey(), "a", "b").With("condition", Defined.For("nobody"));
        return (await engine.Client.AdminAsync(HttpMethod.Post, kind, document.ToJsonString())).AssertOk();
    }
}
