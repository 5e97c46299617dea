using DurableBehaviour.Cases;

namespace EmbeddedHost.Tests.Durable;

/// <summary>The behaviour suite on a host that forgets all code after each turn: everything comes out of the history.</summary>
public sealed class ReplayEachTurnTests
{
    private const string Alone = "LifecycleCases_Purge_ByStatusAndTime_LeavesTheRest";

    private const string NothingStays =
        """{ "extensions": { "http": { "routePrefix": "" }, "durableTask": { "extendedSessionsEnabled": false } } }""";

    [Fact]
    public async Task Cases_CodeLeavesMemoryAfterEachTurn_AreAsTheyMustBe()
    {
        var app = new DurableApp { Json = NothingStays };
        await using var host = await app.StartAsync(typeof(AllCases).Assembly.GetTypes());
        var client = DurableApp.ClientOf(host);
        var stop = TestContext.Current.CancellationToken;
        await Task.WhenAll(AllCases.ByName.Where(one => one.Key != Alone).Select(one => one.Value(new Trial(client, stop))));
        await AllCases.ByName[Alone](new Trial(client, stop));
    }
}
