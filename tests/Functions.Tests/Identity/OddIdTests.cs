using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Identity;

/// <summary>Ids are texts of 1 to 255 characters, whatever is in them, and every endpoint finds them.</summary>
public sealed class OddIdTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    /// <summary>Not among them: a literal %2F, which in a path cannot be told from the slash it stands for.</summary>
    public static TheoryData<string> Odd =>
    [
        "a/b", "/", "a//b/", "..", "../x", "a\\b", "50%", "100%25", "%41", "%", "a b", "a+b", "a?b=c", "a#b", "a&b", "ä@ö.de", "日本語",
        "😀👩‍👩‍👧", "e\u0301", "\u00e9", "'; drop table people; --", "\"quoted\"", "{0}", "<b>", "a:b;c,d", "null", "0", "*", "~", "user\u200bid",
    ];

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task Id_OfOddCharacters_IsFoundByEachEndpoint(string odd)
    {
        var user = odd.Length > 2 ? odd : odd + Guid.NewGuid().ToString("N") + odd;
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(user, "/", 60));

        await AssertFoundAsync(user);
    }

    [Fact]
    public async Task Id_Of255Characters_IsFoundAndOfOneMoreIsRefusedByName()
    {
        foreach (var filling in (string[])["x", "ü", "%", "/"])
        {
            var user = Sent.NewId() + string.Concat(Enumerable.Repeat(filling, 255));
            await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(user[..255], "/", 60));

            await AssertFoundAsync(user[..255]);
            (await engine.Client.GetAsync($"/api/v1/personalize/{PersonQuestions.Escaped(user[..256])}")).AssertProblem(400, "user_id");
        }
    }

    [Fact]
    public async Task Ids_ThatDifferInCaseOrNormalForm_AreDifferentPeople()
    {
        var key = Sent.NewId();
        string[] ids = [$"Zo\u00eb{key}", $"zo\u00eb{key}", $"ZO\u00cb{key}", $"Zoe\u0308{key}"];
        await engine.Client.AcceptEventsAsync("rybbit", ids.Select(one => Sent.PageView(one, "/", 60)));

        foreach (var one in ids)
        {
            Assert.Equal(one, await engine.Client.PersonOfAsync(one));
            Assert.Equal(1m, await engine.Client.FactorAsync(one, "page_views_last_7d"));
        }
    }

    [Theory]
    [InlineData("%20x")]
    [InlineData("x%20")]
    [InlineData("x%0A")]
    [InlineData("x%7F")]
    public async Task Path_WithAnIdThatIsNone_IsRefusedByName(string escaped)
    {
        foreach (var endpoint in (string[])["personalize", "recommend", "segment"])
            (await engine.Client.GetAsync($"/api/v1/{endpoint}/{escaped}")).AssertProblem(400, "user_id");
        (await engine.Client.PostAsync($"/api/v1/lead-score/{escaped}")).AssertProblem(400, "user_id");
    }

    private async Task AssertFoundAsync(string user)
    {
        var score = await engine.Client.ScoreAsync(user);
        Assert.Equal((user, user, true), ((string?)score["user_id"], (string?)score["person_id"], (bool)score["known"]!));
        foreach (var endpoint in (string[])["personalize", "recommend", "segment"])
        {
            JsonNode answer = (await engine.Client.GetAsync($"/api/v1/{endpoint}/{PersonQuestions.Escaped(user)}")).AssertOk().Json;
            Assert.Equal((user, true), ((string?)answer["user_id"], (bool)answer["known"]!));
        }
    }
}
