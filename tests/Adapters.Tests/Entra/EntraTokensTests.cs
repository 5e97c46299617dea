using Microsoft.Extensions.Time.Testing;
using PersonalizationEngine.Adapters.Entra;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Adapters.Tests.Entra;

public sealed class EntraTokensTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly FakeTimeProvider _time = new();
    private readonly Tokens _endpoint;
    private readonly EntraTokens _tokens;

    public EntraTokensTests()
    {
        _endpoint = new Tokens("one", _time, Lifetime);
        _tokens = new EntraTokens(_endpoint, EntraScopes.MySql, _time);
    }

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_ManyAtOnce_AskOnce()
    {
        var texts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TextAsync()));

        Assert.All(texts, text => Assert.Equal("one", text));
        Assert.Equal((1, "https://ossrdbms-aad.database.windows.net/.default"), (_endpoint.Asked, _endpoint.Scope));
    }

    [Fact]
    public async Task Get_WhenRenewalIsDue_KeepsTheOldOneUntilTheNewOneIsThere()
    {
        await TextAsync();
        _endpoint.Next = "two";
        _time.Advance(Lifetime * 0.8);

        Assert.Equal("one", await TextAsync());
        while (await TextAsync() == "one") await Task.Delay(5, Ending);
        Assert.Equal(("two", 2), (await TextAsync(), _endpoint.Asked));
    }

    [Fact]
    public async Task Get_EndpointFailsWhileATokenServes_IsNotNoticed()
    {
        await TextAsync();
        _endpoint.Fault = new InvalidOperationException("no");
        _time.Advance(Lifetime * 0.9);

        Assert.Equal("one", await TextAsync());
    }

    [Fact]
    public async Task Get_EndpointFails_SaysSoWithoutItsWordsAndRestsForTwoSeconds()
    {
        _endpoint.Fault = new InvalidOperationException("secret");
        var fault = await Assert.ThrowsAsync<OutsideSystemException>(TextAsync);
        var resting = await Assert.ThrowsAsync<OutsideSystemException>(TextAsync);

        Assert.Equal(("entra: InvalidOperationException", "entra: resting"), (fault.Message, resting.Message));
        Assert.DoesNotContain("secret", fault.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, _endpoint.Asked);

        _endpoint.Fault = null;
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("one", await TextAsync());
    }

    [Fact]
    public async Task Get_EndpointIsSilent_FailsWithinItsBudgetAndIsAskedAgainLater()
    {
        _endpoint.IsSilent = true;
        var waiting = TextAsync();
        _time.Advance(EntraTokens.Budget);
        Assert.Equal("entra: TimeoutException", (await Assert.ThrowsAsync<OutsideSystemException>(() => waiting)).Message);

        _endpoint.IsSilent = false;
        var late = TextAsync();
        for (var i = 0; i < 500 && !late.IsCompletedSuccessfully; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            await Task.WhenAny(late, Task.Delay(20, Ending));
            if (late.IsFaulted) late = TextAsync();
        }

        Assert.Equal("one", await late);
    }

    [Fact]
    public async Task ToString_Token_IsNotTold() => Assert.Equal("SignInToken", (await _tokens.GetAsync(Ending)).ToString());

    private async Task<string> TextAsync() => (await _tokens.GetAsync(Ending)).Text;
}
