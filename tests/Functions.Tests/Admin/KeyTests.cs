using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin;

/// <summary>Every route with every kind of key. What needs none, what the function key opens, and what only the master key does.</summary>
public sealed class KeyTests(SharedEngine engine)
{
    private const string Function = EngineProcess.FunctionKey, Master = EngineProcess.MasterKey;

    private static readonly (string Method, string Path)[] FunctionRoutes =
    [
        ("GET", "api/v1/personalize/key-test"), ("GET", "api/v1/recommend/key-test"), ("GET", "api/v1/segment/key-test"),
        ("POST", "api/v1/lead-score/key-test"), ("POST", "api/v1/events"), ("GET", "api/v1/health/ready"),
        ("GET", "api/v1/decisions/key-test"), ("GET", "api/v1/decisions/key-test/replay"),
    ];

    private static readonly (string Method, string Path)[] AdminRoutes =
    [
        ("GET", "api/v1/admin/rules"), ("POST", "api/v1/admin/rules"), ("GET", "api/v1/admin/rules/1"), ("PUT", "api/v1/admin/rules/1"),
        ("DELETE", "api/v1/admin/rules/987654321"), ("POST", "api/v1/admin/rules/preview"), ("GET", "api/v1/admin/experiments"),
        ("POST", "api/v1/admin/experiments"), ("GET", "api/v1/admin/experiments/1"), ("PUT", "api/v1/admin/experiments/1"),
        ("GET", "api/v1/admin/metrics/recommendations"), ("GET", "api/v1/admin/recommenders/logged"), ("GET", "api/v1/admin/refused-events"),
        ("POST", "api/v1/admin/refused-events/replay"), ("GET", "api/v1/admin/recommenders/embedded/evaluation"),
        ("GET", "api/v1/admin/recommenders"), ("GET", "api/v1/admin/audit"), ("GET", "api/v1/admin/rules/findings"),
        ("POST", "api/v1/admin/rules/what-if"), ("GET", "api/v1/admin/rules/1/draft"), ("PUT", "api/v1/admin/rules/1/draft"),
        ("DELETE", "api/v1/admin/rules/1/draft"), ("POST", "api/v1/admin/rules/1/review"), ("POST", "api/v1/admin/rules/1/publish"),
        ("GET", "api/v1/admin/rules/1/versions"), ("GET", "api/v1/admin/rules/1/versions/1"), ("GET", "api/v1/admin/rules/1/diff"),
        ("POST", "api/v1/admin/rules/1/rollback"), ("GET", "api/v1/admin/rules/1/results"), ("GET", "api/v1/admin/experiments/1/versions"),
        ("GET", "api/v1/admin/experiments/1/diff"), ("GET", "api/v1/admin/audit/export"),
    ];

    /// <summary>Header, <c>?code=</c>, and whether a function and an admin route open; null for what is not sent.</summary>
    private static readonly (string? Header, string? Code, bool OpensFunction, bool OpensAdmin)[] Keys =
    [
        (null, null, false, false),
        ("", null, false, false),
        ("wrong", null, false, false),
        (null, "wrong", false, false),
        (null, "", false, false),
        (Function, null, true, false),
        (null, Function, true, false),
        (Master, null, true, true),
        (null, Master, true, true),
        ("wrong", Master, false, false),
        ("wrong", Function, false, false),
        ("", Master, false, false),
        (Function, Master, true, false),
        (Master, "wrong", true, true),
        (Master.ToUpperInvariant(), null, false, false),
        (Master[..^1], null, false, false),
        (Master + "x", null, false, false),
        (EngineProcess.Token, null, false, false),
    ];

    public static TheoryData<string, string, bool> Routes =>
    [
        .. FunctionRoutes.Select(route => (route.Method, route.Path, false)),
        .. AdminRoutes.Select(route => (route.Method, route.Path, true)),
    ];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Route_WithEveryKindOfKey_OpensOrAnswers401(string method, string path, bool isAdmin)
    {
        foreach (var (header, code, opensFunction, opensAdmin) in Keys)
        {
            var answer = await SendAsync(method, path, header, code);
            if (isAdmin ? opensAdmin : opensFunction) Assert.True(answer.Status is not 401 and < 500, $"{header}/{code}: {answer.Status} {answer.Body}");
            else answer.AssertProblem(401);
        }
    }

    [Fact]
    public async Task Live_NeedsNoKeyAndMindsNone()
    {
        foreach (var (header, code, _, _) in Keys) (await SendAsync("GET", "api/v1/health/live", header, code)).AssertOk();
    }

    [Theory]
    [InlineData("webhook/rybbit")]
    [InlineData("webhook/cdp")]
    public async Task Webhook_WithAKeyInsteadOfASignature_Answers401(string path)
    {
        foreach (var (header, code, _, _) in Keys) (await SendAsync("POST", path, header, code)).AssertProblem(401);
    }

    [Theory]
    [InlineData("api/v1/nothing")]
    [InlineData("api/v2/personalize/x")]
    [InlineData("api/v1/admin")]
    [InlineData("admin/host/status")]
    [InlineData("api/v1/personalize/a/b")]
    public async Task Path_NobodyServes_IsNotFoundWithAnyKey(string path)
    {
        foreach (var (header, code, _, _) in Keys) (await SendAsync("GET", path, header, code)).AssertProblem(404);
    }

    [Fact]
    public async Task Change_WithTheFunctionKey_ChangesNothing()
    {
        var user = Sent.NewId();
        var rule = Defined.Rule(Defined.For(user), Defined.Show("banner", "x")).ToJsonString();

        (await engine.Client.SendAsync(HttpMethod.Post, "/api/v1/admin/rules", rule, Function)).AssertProblem(401);

        Assert.Null((await engine.Client.SlotAsync(user, "banner")).Rule);
    }

    private async Task<EngineResponse> SendAsync(string method, string path, string? header, string? code)
    {
        var address = code is null ? $"/{path}" : $"/{path}?code={Uri.EscapeDataString(code)}";
        return await engine.Client.SendAsync(new HttpMethod(method), address, method is "POST" or "PUT" ? "{}" : null, header);
    }
}
