using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Hostile;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Idempotency;

/// <summary>Keys that are wrong, used twice, or another's; and requests that come to nothing.</summary>
public sealed class KeyRefusalTests(SharedEngine engine)
{
    private EngineProcess Engine => engine.Process;

    private static JsonObject NewRule() => Defined.Rule(Defined.For("nobody-of-the-tests"), Defined.Show("hero", "x"));

    [Fact]
    public async Task Key_WithAnotherBody_IsRefused()
    {
        var (rule, key) = (NewRule(), KeyedClient.NewKey());
        Assert.Equal(201, (await AddAsync(rule, key)).Status);

        var other = await AddAsync(rule.With("priority", 9), key);

        other.AssertProblem(422, "idempotency-key-reused");
        Assert.False(other.IsReplayed);
    }

    [Theory]
    [InlineData("rules?dry=1", "")]
    [InlineData("groups", "")]
    [InlineData("rules", "\"7\"")]
    public async Task Key_WithAnotherPathQueryOrIfMatch_IsRefused(string path, string ifMatch)
    {
        var (rule, key) = (NewRule(), KeyedClient.NewKey());
        Assert.Equal(201, (await AddAsync(rule, key)).Status);

        var other = await Engine.AdminAsync(HttpMethod.Post, path, rule.ToJsonString(), key, ifMatch.Length > 0 ? [("If-Match", ifMatch)] : []);

        other.AssertProblem(422, "idempotency-key-reused");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\tb")]
    public async Task Key_OfOtherCharacters_IsRefusedByName(string key) => AssertNamed(await AddAsync(NewRule(), key));

    [Fact]
    public async Task Key_OfLongestLength_IsTakenAndALongerOneRefused()
    {
        var longest = KeyedClient.NewKey().PadRight(255, '~');
        Assert.Equal(201, (await AddAsync(NewRule(), longest)).Status);
        AssertNamed(await AddAsync(NewRule(), longest + "~"));
    }

    [Theory]
    [InlineData("Idempotency-Key: a\r\nIdempotency-Key: b")]
    [InlineData("Idempotency-Key: gr\u00fcn")]
    public async Task Key_AsNoClientSendsIt_IsRefusedByName(string lines)
    {
        using var connection = await RawConnection.OpenAsync(Engine.Client.Address);
        await connection.SendAsync(
            $"POST /api/v1/admin/rules HTTP/1.1\r\nHost: localhost\r\nx-functions-key: {EngineProcess.MasterKey}\r\n{lines}\r\nContent-Length: 2\r\n\r\n{{}}");
        var answer = await connection.ReadAnswerAsync();

        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Contains("\"field\":\"Idempotency-Key\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_OfAnotherCaller_IsAnotherKey()
    {
        var key = KeyedClient.NewKey();
        const string Batch = "[]", Path = "/api/v1/lead-score/somebody-of-the-tests";
        var server = await Engine.SendAsync(HttpMethod.Post, Path, Batch, key, ("x-functions-key", EngineProcess.FunctionKey));
        var inQuery = await Engine.SendAsync(HttpMethod.Post, $"{Path}?code={EngineProcess.FunctionKey}", Batch, key);
        var master = await Engine.SendAsync(HttpMethod.Post, Path, Batch, key, ("x-functions-key", EngineProcess.MasterKey));

        Assert.Equal((200, false), (server.Status, server.IsReplayed));
        inQuery.AssertReplayOf(server);
        Assert.Equal((200, false), (master.Status, master.IsReplayed));
    }

    [Fact]
    public async Task Request_ThatIsNotValid_IsNotKept()
    {
        var (rule, key) = (NewRule(), KeyedClient.NewKey());

        var wrong = await AddAsync(rule.Without("conditions"), key);
        var right = await AddAsync(rule, key);

        Assert.Equal(400, wrong.Status);
        Assert.Equal((201, false), (right.Status, right.IsReplayed));
    }

    [Fact]
    public async Task Mutation_ThatFails_IsNotKeptThoughItsStatusIs200()
    {
        var (rule, key) = (NewRule(), KeyedClient.NewKey());
        var wrong = await MutateAsync(rule.Without("conditions"), key);
        var right = await MutateAsync(rule, key);
        var again = await MutateAsync(rule, key);

        Assert.Contains("errors", wrong.Body, StringComparison.Ordinal);
        Assert.True(right is { Status: 200, IsReplayed: false } && !right.Body.Contains("errors", StringComparison.Ordinal), right.Body);
        again.AssertReplayOf(right);
    }

    [Theory]
    [InlineData("GET", "rules")]
    [InlineData("POST", "rules/preview")]
    public async Task Request_ThatChangesNothing_IsAnsweredAnew(string method, string path)
    {
        var key = KeyedClient.NewKey();
        var body = method == "GET" ? null : new JsonObject { ["rule"] = NewRule(), ["user_id"] = "u" }.ToJsonString();

        var answers = new[] { await Engine.AdminAsync(new HttpMethod(method), path, body, key), await Engine.AdminAsync(new HttpMethod(method), path, body, key) };

        Assert.All(answers, answer => Assert.False(answer.IsReplayed));
    }

    [Fact]
    public async Task Key_WithoutAFunctionKey_IsNotLookedAt() =>
        Assert.Equal(401, (await Engine.SendAsync(HttpMethod.Post, "/api/v1/admin/rules", "{}", "")).Status);

    private Task<KeyedAnswer> AddAsync(JsonObject rule, string key) => Engine.AdminAsync(HttpMethod.Post, "rules", rule.ToJsonString(), key);

    private Task<KeyedAnswer> MutateAsync(JsonObject rule, string key) => Engine.SendAsync(
        HttpMethod.Post, "/graphql",
        new JsonObject { ["query"] = "mutation($rule: RuleInput!) { addRule(rule: $rule) { id name } }", ["variables"] = new JsonObject { ["rule"] = rule.DeepClone() } }.ToJsonString(),
        key, ("x-functions-key", EngineProcess.MasterKey));

    private static void AssertNamed(KeyedAnswer answer)
    {
        answer.AssertProblem(400, "invalid-request");
        Assert.Equal("Idempotency-Key", (string?)JsonNode.Parse(answer.Body)!["errors"]![0]!["field"]);
        Assert.Contains("255", answer.Body, StringComparison.Ordinal);
    }
}
