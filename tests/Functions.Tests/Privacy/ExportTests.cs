using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Privacy;

public sealed class ExportTests(SharedEngine engine)
{
    private EngineClient Client => engine.Client;

    [Fact]
    public async Task Export_PersonWithEverything_TellsAllOfIt()
    {
        var person = await KnownPerson.MakeAsync(Client);

        var export = (await Client.AdminAsync(HttpMethod.Get, $"people/{person.Alias}/export")).AssertOk().Json;

        export.AssertShape("exported_at:instant", "ids:array", "contacts:array", "sections:object", "elsewhere:object");
        Assert.Equal(new[] { person.Customer, person.Device, person.Alias }.Order(), Texts(export["ids"]).Order());
        Assert.Equal(new[] { person.Email, person.Phone }.Order(), Texts(export["contacts"]).Order());
        var sections = export["sections"]!;
        var row = sections["people"]!["rows"]![0]!;
        Assert.Equal((person.Email, true), ((string?)row["email"], (bool)row["identified"]!));
        Assert.Equal("instant", (string?)sections["people"]!["schema"]!["last_seen_at"]);
        Assert.True(DateTimeOffset.TryParse((string?)row["last_seen_at"], out _));
        Assert.Equal(5, sections["events"]!["rows"]!.AsArray().Count);
        Assert.Single(sections["consents"]!["rows"]!.AsArray());
        Assert.Equal(12, (double)sections["conversions"]!["rows"]![0]!["value"]!);
        Assert.Contains(person.Email, (string?)sections["refused_events"]!["rows"]![0]!["payload"], StringComparison.Ordinal);
        Assert.All(sections.AsObject(), section => Assert.All(
            section.Value!["rows"]!.AsArray(),
            one => Assert.Equal(section.Value!["schema"]!.AsObject().Select(column => column.Key), one!.AsObject().Select(column => column.Key))));
        Assert.Contains(export["elsewhere"]!["live_counters"]!["held"]!.AsArray(), held => (double)held!["value"]!["pricing_page_visits"]! > 0);
        Assert.Contains(export["elsewhere"]!["memory"]!["held"]!.AsArray(), held => (string?)held!["id"] == person.Customer);
    }

    [Fact]
    public async Task Export_OfOnePerson_HasNothingOfAnother()
    {
        var (person, other) = (await KnownPerson.MakeAsync(Client), await KnownPerson.MakeAsync(Client));
        var export = (await Client.AdminAsync(HttpMethod.Get, $"people/{person.Customer}/export")).AssertOk().Body;
        Assert.DoesNotContain(other.Secrets, secret => export.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_WithTheFunctionKey_IsForbidden() =>
        Assert.Equal(401, (await Client.GetAsync("/api/v1/admin/people/somebody/export")).Status);

    [Fact]
    public async Task Export_OfManyEvents_IsWholeAndTakesLittleMemory()
    {
        FullTests.Require("a minute");
        const int Batches = 200, OfEach = 1000;
        var user = Sent.NewId();
        for (var batch = 0; batch < Batches; batch++)
            await Client.AcceptEventsAsync("rybbit", Enumerable.Range(0, OfEach).Select(i => Sent.PageView(user, $"/page/{i}", 1 + (i * 0.01))));
        var before = engine.Process.WorkingSet;
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Client.Address, $"/api/v1/admin/people/{user}/export"));
        request.Headers.Add("x-functions-key", EngineProcess.MasterKey);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);

        // Nobody reads for a while: what is written ahead is little.
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        var ahead = engine.Process.WorkingSet - before;
        var export = await JsonNode.ParseAsync(body, cancellationToken: TestContext.Current.CancellationToken);

        TestContext.Current.SendDiagnosticMessage("{0} MB while nobody read, {1} MB in all.", ahead >> 20, (engine.Process.WorkingSet - before) >> 20);
        Assert.Equal(Batches * OfEach, export!["sections"]!["events"]!["rows"]!.AsArray().Count);
        // What is garbage by then varies; that it does not grow with what is sent is the point.
        Assert.InRange(engine.Process.WorkingSet - before - ahead, long.MinValue, 32L << 20);
        (await Client.AdminAsync(HttpMethod.Delete, $"people/{user}")).AssertOk();
        Assert.Empty(Traces.InFile(engine.Process.DataDirectory, [user]));
    }

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(text => (string)text!);
}
