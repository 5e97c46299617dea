using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;
using static PersonalizationEngine.Functions.Tests.Identity.Ids;

namespace PersonalizationEngine.Functions.Tests.Identity;

/// <summary>What is beyond a limit counts, but joins nobody, and says so.</summary>
public sealed class LinkLimitTests : IAsyncLifetime
{
    private readonly string _ann = Sent.NewId("ann");
    private EngineProcess? _engine;

    private EngineClient Client => _engine!.Client;

    public async ValueTask InitializeAsync()
    {
        _engine = await EngineProcess.StartAsync(null, ("identity__ids_per_person", "4"), ("identity__merges_per_person", "2"));
        await Client.BecomeReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null) await _engine.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Link_OfOneIdTooMany_IsRefusedWithTheReason(bool inOneBatch)
    {
        var devices = Enumerable.Range(0, 5).Select(number => Sent.NewId($"device{number}")).ToList();

        var warnings = await SendAsync(inOneBatch, "rybbit", devices.Select(device => Login(_ann, device)));

        Assert.Equal([false, false, false, true, true], warnings.Select(warning => warning?.EndsWith("(too_many_ids)", StringComparison.Ordinal) is true));
        Assert.Equal([_ann, _ann, _ann, devices[3], devices[4]], await Task.WhenAll(devices.Select(Client.PersonOfAsync)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Link_OfOneMergeTooMany_IsRefusedWithTheReason(bool inOneBatch)
    {
        var others = Enumerable.Range(0, 3).Select(number => Sent.NewId($"other{number}")).ToList();
        foreach (var person in others.Prepend(_ann)) await Client.AcceptEventsAsync("cdp", Customer(person, 100, ("name", person)));

        var warnings = await SendAsync(inOneBatch, "cdp", others.Select(other => Linked(_ann, other)));

        Assert.Equal([false, false, true], warnings.Select(warning => warning?.EndsWith("(too_many_merges)", StringComparison.Ordinal) is true));
        Assert.Equal([_ann, _ann, others[2]], await Task.WhenAll(others.Select(Client.PersonOfAsync)));
    }

    [Fact]
    public async Task Link_OfTwoKnownPeopleByTheWebsite_IsRefusedAndListed()
    {
        var bob = Sent.NewId("bob");
        foreach (var person in (string[])[_ann, bob]) await Client.AcceptEventsAsync("cdp", Customer(person, 100, ("name", person)));

        var warnings = await SendAsync(true, "rybbit", [Login(bob, _ann)]);

        Assert.EndsWith("(two_known_people)", warnings.Single(), StringComparison.Ordinal);
        var listed = (await Client.AdminAsync(HttpMethod.Get, "people/merges/refused")).Json["items"]!.AsArray();
        Assert.Contains(listed, one => (string?)one!["reason"] == "two_known_people" && (string?)one["alias"] == _ann);
    }

    /// <returns>The warning of each event, or null.</returns>
    private async Task<IReadOnlyList<string?>> SendAsync(bool inOneBatch, string source, IEnumerable<JsonObject> events)
    {
        var warnings = new List<string?>();
        foreach (var batch in inOneBatch ? [[.. events]] : events.Select(one => new JsonArray(one)))
        {
            var answer = await Client.SendEventsAsync(source, batch.ToJsonString());
            Assert.True(answer.Status == 200 && (int)answer.Json["refused"]! == 0, answer.Body);
            warnings.AddRange(answer.Json["results"]!.AsArray().Select(result => (string?)result!["warning"]));
        }

        return warnings;
    }
}
