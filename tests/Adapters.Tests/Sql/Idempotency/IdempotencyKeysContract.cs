using PersonalizationEngine.Engine.Idempotency;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Idempotency;

/// <summary>Of all who ask for a key one gets it, and whoever comes later its answer.</summary>
public abstract class IdempotencyKeysContract(IStores stores) : StoreContract(stores)
{
    private static readonly KeptAnswer Answer = new(201, [KeyValuePair.Create("ETag", "\"1\""), KeyValuePair.Create("Link", "a"), KeyValuePair.Create("Link", "b")], """{"name":"Grüße 👩"}""");

    private IIdempotencyKeys Keys => Store.Get<IIdempotencyKeys>();

    [Fact]
    public async Task TakeAsync_ManyAtOnce_IsGivenToOne()
    {
        var found = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => TakeAsync($"h{number}"))));

        Assert.Single(found, one => one.State == KeyState.Taken);
        Assert.Equal(19, found.Count(one => one.State == KeyState.InFlight));
    }

    [Fact]
    public async Task TakeAsync_OtherKey_IsFree()
    {
        await TakeAsync("a");
        Assert.Equal(KeyState.Taken, (await TakeAsync("b", key: "other")).State);
    }

    [Fact]
    public async Task TakeAsync_OtherRequest_IsToldApartBeforeAndAfterTheAnswer()
    {
        await TakeAsync("a");
        Assert.Equal(KeyState.OtherRequest, (await TakeAsync("b", request: "other")).State);
        await KeepAsync("a");
        Assert.Equal(KeyState.OtherRequest, (await TakeAsync("b", request: "other")).State);
    }

    [Fact]
    public async Task TakeAsync_Answered_GivesTheAnswerAsItWas()
    {
        await TakeAsync("a");
        Assert.True(await KeepAsync("a"));

        var found = await TakeAsync("b");

        Assert.Equal(KeyState.Answered, found.State);
        Assert.Equal((Answer.Status, Answer.Body), (found.Answer!.Status, found.Answer.Body));
        Assert.Equal(Answer.Headers, found.Answer.Headers);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task TakeAsync_AnsweredWithoutABody_TellsNoneFromNotKept(string? body)
    {
        await TakeAsync("a");
        await KeepAsync("a", Answer with { Body = body });
        Assert.Equal(body, (await TakeAsync("b")).Answer!.Body);
    }

    [Fact]
    public async Task KeepAsync_LongestBody_IsKeptWhole()
    {
        var body = string.Concat(Enumerable.Repeat("ü", KeyRules.LargestBody / 2));
        await TakeAsync("a");
        Assert.True(await KeepAsync("a", Answer with { Body = body }));
        Assert.Equal(body, (await TakeAsync("b")).Answer!.Body);
    }

    [Theory]
    [InlineData(-1, KeyState.InFlight)]
    [InlineData(0, KeyState.Taken)]
    public async Task TakeAsync_HolderWasNeverHeardOfAgain_IsFreeWhenItsTimeIsOver(int milliseconds, KeyState expected)
    {
        await TakeAsync("a");
        Assert.Equal(expected, (await TakeAsync("b", at: (Now + KeyRules.InFlight).AddMilliseconds(milliseconds))).State);
    }

    [Theory]
    [InlineData(-1, KeyState.OtherRequest)]
    [InlineData(0, KeyState.Taken)]
    public async Task TakeAsync_AnswerIsADayOld_IsFreeForAnyRequest(int milliseconds, KeyState expected)
    {
        await TakeAsync("a");
        await KeepAsync("a");
        Assert.Equal(expected, (await TakeAsync("b", request: "other", at: (Now + KeyRules.Kept).AddMilliseconds(milliseconds))).State);
    }

    [Fact]
    public async Task TakeAsync_Expired_IsGivenToOneOfMany()
    {
        await TakeAsync("a");
        var found = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => TakeAsync($"h{number}", at: Now + KeyRules.InFlight))));
        Assert.Single(found, one => one.State == KeyState.Taken);
    }

    [Fact]
    public async Task RenewAsync_WhileItRuns_MovesItsEnd()
    {
        await TakeAsync("a");
        Assert.True(await Keys.RenewAsync("key", "a", Now + (2 * KeyRules.InFlight), Ending));
        Assert.Equal(KeyState.InFlight, (await TakeAsync("b", at: Now + KeyRules.InFlight)).State);
    }

    [Fact]
    public async Task Holder_WhoseKeyIsAnothersByNow_ChangesNothing()
    {
        await TakeAsync("a");
        await TakeAsync("b", at: Now + KeyRules.InFlight);

        Assert.False(await Keys.RenewAsync("key", "a", Now.AddDays(9), Ending));
        Assert.False(await KeepAsync("a"));
        await Keys.ReleaseAsync("key", "a", Ending);

        Assert.Equal(KeyState.InFlight, (await TakeAsync("c", at: Now + KeyRules.InFlight)).State);
    }

    [Fact]
    public async Task ReleaseAsync_ThatRan_FreesTheKeyForAnyRequest()
    {
        await TakeAsync("a");
        await Keys.ReleaseAsync("key", "a", Ending);
        Assert.Equal(KeyState.Taken, (await TakeAsync("b", request: "other")).State);
    }

    [Fact]
    public async Task ReleaseAsync_Answered_KeepsTheAnswer()
    {
        await TakeAsync("a");
        await KeepAsync("a");
        await Keys.ReleaseAsync("key", "a", Ending);
        Assert.Equal(KeyState.Answered, (await TakeAsync("b")).State);
    }

    private Task<KeyFound> TakeAsync(string holder, string key = "key", string request = "request", DateTimeOffset? at = null) =>
        Keys.TakeAsync(key, request, holder, at ?? Now, (at ?? Now) + KeyRules.InFlight, Ending);

    private Task<bool> KeepAsync(string holder, KeptAnswer? answer = null) => Keys.KeepAsync("key", holder, answer ?? Answer, Now + KeyRules.Kept, Ending);
}
