using System.Net;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.Tests.Access;

public sealed class PersonTokenTests(BrowserEngine engine) : IClassFixture<BrowserEngine>
{
    /// <summary>Made when they are sent: a token of the start of the run would be another kind of wrong by then.</summary>
    private static readonly Dictionary<string, Func<string>> Wrong = new()
    {
        ["not a token"] = () => "rubbish",
        ["another secret"] = () => OwnToken.Of("anna", secret: "another-secret-of-thirty-two-characters-and-more"),
        ["no signature"] = () => OwnToken.Of("anna", algorithm: "none"),
        ["another algorithm"] = () => OwnToken.Of("anna", algorithm: "HS512"),
        ["expired"] = () => OwnToken.Of("anna", minutes: -5),
        ["too long a life"] = () => OwnToken.Of("anna", minutes: 600),
        ["no end"] = () => OwnToken.Of("anna", change: claims => claims.Remove("exp")),
        ["not yet"] = () => OwnToken.Of("anna", change: claims => claims["nbf"] = DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeSeconds()),
        ["another site"] = () => OwnToken.Of("anna", change: claims => claims["aud"] = BrowserEngine.OtherSite),
        ["nobody"] = () => OwnToken.Of(""),
        ["changed after it was signed"] = () => OwnToken.Of("anna").Insert(OwnToken.Of("anna").IndexOf('.') + 2, "x"),
    };

    public static TheoryData<string> Refused => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Personalize_TokenNotGood_IsRefusedWithTheReason(string what)
    {
        using var answer = await engine.GetAsync("personalize", Wrong[what]());
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, what);
        Assert.StartsWith("The token", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Personalize_OwnTokenOfTheCustomersServer_IsAboutThatPerson()
    {
        using var answer = await engine.GetAsync("personalize?slots=hero", OwnToken.Of("token-anna"));
        var read = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("token-anna", (string)read["user_id"]!);
        Assert.NotNull(read["slots"]!["hero"]);
    }

    [Fact]
    public async Task Personalize_SecretOfOld_StillHolds()
    {
        using var answer = await engine.GetAsync("personalize", OwnToken.Of("token-bert", secret: $"{BrowserEngine.Secret}-of-old"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Personalize_WithoutToken_IsRefused()
    {
        using var answer = await engine.GetAsync("personalize");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("personalize?user_id=carla", "user_id")]
    [InlineData("recommend?user_id=carla", "user_id")]
    [InlineData("popular?user_id=carla", "user_id")]
    [InlineData("trending?user_id=carla", "user_id")]
    [InlineData("experiments/assignments?user_id=carla", "user_id")]
    [InlineData("personalize?USER_ID=carla", "user_id")]
    [InlineData("personalize?explain=true", "explain")]
    public async Task AnyQuestion_AboutAnotherPerson_IsRefused(string path, string field)
    {
        using var answer = await engine.GetAsync(path, OwnToken.Of("token-dora"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(field, (string)problem["errors"]![0]!["field"]!);
    }

    [Theory]
    [InlineData("recommend")]
    [InlineData("popular")]
    [InlineData("trending")]
    [InlineData("experiments/assignments")]
    public async Task EveryQuestion_WithToken_IsAnswered(string path)
    {
        using var answer = await engine.GetAsync(path, OwnToken.Of("token-emil"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("""{}""", "user_id")]
    [InlineData("""{"user_id":"a","minutes":0}""", "minutes")]
    [InlineData("""{"user_id":"a","minutes":61}""", "minutes")]
    [InlineData("""{"user_id":"a","site":"nobody-knows-it"}""", "site")]
    [InlineData("""{"user_id":"a","admin":true}""", "admin")]
    public async Task Mint_BadInput_NamesTheField(string body, string field)
    {
        var answer = await engine.Client.PostAsync("/api/v1/person-tokens", body);
        Assert.Equal(400, answer.Status);
        Assert.Equal(field, (string)answer.Json["errors"]![0]!["field"]!);
    }

    [Fact]
    public async Task Mint_WithoutFunctionKey_IsRefused()
    {
        var answer = await engine.Client.SendAsync(HttpMethod.Post, "/api/v1/person-tokens", """{"user_id":"a"}""", null);
        Assert.Equal(401, answer.Status);
    }

    [Fact]
    public async Task Mint_ForOneSite_HoldsThereOnly()
    {
        var minted = await engine.Client.PostAsync("/api/v1/person-tokens", $$"""{"user_id":"token-fred","minutes":5,"site":"{{BrowserEngine.Site}}"}""");
        var token = (string)minted.Json["token"]!;
        using var here = await engine.GetAsync("personalize", token);
        using var there = await engine.GetAsync("personalize", token, origin: null, site: BrowserEngine.OtherSite);
        Assert.Equal(HttpStatusCode.OK, here.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, there.StatusCode);
    }
}
