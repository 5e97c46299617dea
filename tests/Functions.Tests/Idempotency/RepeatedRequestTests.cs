using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Idempotency;

/// <summary>A client that does not know what became of its request sends it again, and it is done once.</summary>
public sealed class RepeatedRequestTests(SharedEngine engine)
{
    private const int AtOnce = 16;

    private EngineProcess Engine => engine.Process;

    private EngineStore Store => new(Engine.DataDirectory);

    [Fact]
    public async Task Post_SentAgain_IsAnsweredAlikeAndAddsOneRule()
    {
        var (rule, key) = (NewRule(), KeyedClient.NewKey());

        var first = await AddAsync(rule, key);
        var again = await AddAsync(rule, key);

        Assert.Equal(201, first.Status);
        again.AssertReplayOf(first);
        Assert.Equal($"/api/v1/admin/rules/{IdOf(first)}", again.Headers["Location"]);
        Assert.Equal(1, RulesLike(rule));
        Assert.Equal(1, AuditOf(first));
    }

    [Fact]
    public async Task Post_ManyAtOnce_OneRunsAndTheOthersWaitOrGetItsAnswer()
    {
        var (rule, key) = (NewRule(), KeyedClient.NewKey());

        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => AddAsync(rule, key)));

        var ran = Assert.Single(answers, answer => answer is { Status: 201, IsReplayed: false });
        Assert.All(answers.Where(answer => answer != ran), answer =>
        {
            if (answer.Status == 201)
            {
                answer.AssertReplayOf(ran);
                return;
            }

            answer.AssertProblem(409, "idempotency-key-in-flight");
            Assert.Equal("1", answer.Headers["Retry-After"]);
        });
        (await AddAsync(rule, key)).AssertReplayOf(ran);
        Assert.Equal((1, 1), (RulesLike(rule), AuditOf(ran)));
    }

    [Fact]
    public async Task Post_WithoutAKey_IsDoneEachTimeAndKeepsNothing()
    {
        var rule = NewRule();
        var answers = new[] { await AddAsync(rule, null), await AddAsync(rule, null) };

        Assert.All(answers, answer => Assert.Equal((201, false), (answer.Status, answer.IsReplayed)));
        Assert.Equal(2, RulesLike(rule));
        Assert.Equal(0, Store.Count("select count(*) from idempotency_keys where body like @name", ("@name", $"%{NameOf(rule)}%")));
    }

    [Fact]
    public async Task Post_CallerHangsUp_IsDoneOnceAllTheSame()
    {
        for (var i = 0; i < AtOnce; i++)
        {
            var (rule, key) = (NewRule(), KeyedClient.NewKey());
            await HangUpAsync(rule, key, TimeSpan.FromMilliseconds(i % 8));

            KeyedAnswer answer;
            do answer = await AddAsync(rule, key);
            while (answer.Status == 409);

            Assert.Equal((201, 1), (answer.Status, RulesLike(rule)));
        }
    }

    [Fact]
    public async Task Put_WithIfMatch_SentAgainIsNotTakenForOutdated()
    {
        var (rule, key) = (NewRule(), KeyedClient.NewKey());
        var added = await AddAsync(rule, null);
        var changed = rule.With("priority", 7).ToJsonString();
        var tag = ("If-Match", added.Headers["ETag"]);

        var first = await Engine.AdminAsync(HttpMethod.Put, $"rules/{IdOf(added)}", changed, key, tag);
        var again = await Engine.AdminAsync(HttpMethod.Put, $"rules/{IdOf(added)}", changed, key, tag);
        var withoutKey = await Engine.AdminAsync(HttpMethod.Put, $"rules/{IdOf(added)}", changed, null, tag);

        Assert.Equal((200, "\"2\""), (first.Status, first.Headers["ETag"]));
        again.AssertReplayOf(first);
        Assert.Equal(412, withoutKey.Status);
        Assert.Equal(2, AuditOf(added));
    }

    [Fact]
    public async Task Delete_SentAgain_IsAnsweredAlikeThoughNothingIsThere()
    {
        var key = KeyedClient.NewKey();
        var path = $"rules/{IdOf(await AddAsync(NewRule(), null))}";

        var first = await Engine.AdminAsync(HttpMethod.Delete, path, null, key);
        var again = await Engine.AdminAsync(HttpMethod.Delete, path, null, key);

        Assert.Equal(204, first.Status);
        again.AssertReplayOf(first);
        Assert.Equal(404, (await Engine.AdminAsync(HttpMethod.Delete, path, null, null)).Status);
    }

    [Fact]
    public async Task Post_LargeBody_IsReadToItsEndByTheFunctionAsWell()
    {
        var (rule, key) = (NewRule(), KeyedClient.NewKey());
        // Longer than what waits in memory; the document's own limit is a little higher.
        var body = rule.ToJsonString() + new string(' ', 200 * 1024);

        var first = await Engine.AdminAsync(HttpMethod.Post, "rules", body, key);
        var again = await Engine.AdminAsync(HttpMethod.Post, "rules", body, key);

        Assert.Equal(201, first.Status);
        again.AssertReplayOf(first);
        (await Engine.AdminAsync(HttpMethod.Post, "rules", body + " ", key)).AssertProblem(422, "idempotency-key-reused");
    }

    private Task<KeyedAnswer> AddAsync(JsonObject rule, string? key) => Engine.AdminAsync(HttpMethod.Post, "rules", rule.ToJsonString(), key);

    private async Task HangUpAsync(JsonObject rule, string key, TimeSpan after)
    {
        using var patience = new CancellationTokenSource(after);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Engine.Client.Address, "/api/v1/admin/rules"));
        request.Content = new StringContent(rule.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        request.Headers.Add("Idempotency-Key", key);
        request.Headers.Add("x-functions-key", EngineProcess.MasterKey);
        try
        {
            using var answer = await http.SendAsync(request, patience.Token);
        }
        catch (OperationCanceledException)
        {
            // That is what is tried.
        }
    }

    private static JsonObject NewRule() => Defined.Rule(Defined.For("nobody-of-the-tests"), Defined.Show("hero", "x"));

    private static string NameOf(JsonObject rule) => (string)rule["name"]!;

    private static long IdOf(KeyedAnswer answer) => (long)JsonNode.Parse(answer.Body)!["id"]!;

    private int RulesLike(JsonObject rule) => (int)Store.Count("select count(*) from content_rules where name = @name", ("@name", NameOf(rule)));

    private int AuditOf(KeyedAnswer rule) => (int)Store.Count("select count(*) from audit where kind = 'content_rules' and subject = @id", ("@id", $"{IdOf(rule)}"));
}
