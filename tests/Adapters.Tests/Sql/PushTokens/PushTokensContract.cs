using PersonalizationEngine.Engine.Delivery.PushTokens;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.PushTokens;

public abstract class PushTokensContract(IStores stores) : StoreContract(stores)
{
    private IPushTokens Tokens => Store.Get<IPushTokens>();

    [Fact]
    public async Task Save_TokenOfSomebodyElse_ChangesHands()
    {
        await SaveAsync("t", "anna");
        await SaveAsync("t", "bert", Now.AddDays(1));

        var found = await Tokens.OfPeopleAsync(["anna", "bert"], Ending);

        Assert.Equal(new PushToken("t", "bert", PushPlatforms.Web, Now, Now.AddDays(1)), Assert.Single(Assert.Single(found).Value));
    }

    [Fact]
    public async Task Save_MoreThanOnePersonMayHave_MakesRoomByTheOldest()
    {
        for (var n = 0; n < PushToken.MostPerPerson + 3; n++) await SaveAsync($"t{n}", "anna", Now.AddMinutes(n));

        var found = (await Tokens.OfPeopleAsync(["anna"], Ending))["anna"];

        Assert.Equal(Enumerable.Range(3, PushToken.MostPerPerson).Reverse().Select(n => $"t{n}"), found.Select(token => token.Token));
    }

    [Fact]
    public async Task Remove_OnlyByWhoHasIt_AndForgetByAnybody()
    {
        await SaveAsync("t", "anna");
        await SaveAsync("T", "anna");

        Assert.False(await Tokens.RemoveAsync("bert", "t", Ending));
        Assert.True(await Tokens.RemoveAsync("anna", "t", Ending));
        Assert.Equal("T", Assert.Single((await Tokens.OfPeopleAsync(["anna"], Ending))["anna"]).Token);
        await Tokens.ForgetAsync("T", Ending);
        Assert.Empty(await Tokens.OfPeopleAsync(["anna"], Ending));
    }

    private Task<bool> SaveAsync(string token, string person, DateTimeOffset? at = null) =>
        Tokens.SaveAsync(new PushToken(token, person, PushPlatforms.Web, at ?? Now, at ?? Now), Ending);
}
