using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Privacy;

/// <summary>Somebody asks to be forgotten, through the front door of an engine on a file.</summary>
public sealed class ErasureTests(SharedEngine engine)
{
    private EngineClient Client => engine.Client;

    [Fact]
    public async Task Erase_PersonWithEverything_LeavesNoTraceInTheStore()
    {
        var person = await KnownPerson.MakeAsync(Client);

        var answer = (await Client.AdminAsync(HttpMethod.Delete, $"people/{person.Customer}")).AssertOk();

        Assert.Equal((200, "done"), (answer.Status, (string?)answer.Json["state"]));
        var counts = answer.Json["counts"]!.AsArray();
        Assert.All(counts, count => Assert.Equal(0, (long)count!["after"]!));
        string[] expected = ["people", "identities", "consents", "events", "feedback", "conversions", "refused_events", "inbox"];
        Assert.Empty(expected.Except(counts.Where(count => (long)count!["before"]! > 0).Select(count => (string)count!["table"]!)));
        Assert.Empty(Traces.InFile(engine.Process.DataDirectory, person.Secrets));
    }

    [Fact]
    public async Task Events_OfAnErasedPerson_AreIgnoredAndNotStored()
    {
        var person = await KnownPerson.MakeAsync(Client);
        (await Client.AdminAsync(HttpMethod.Delete, $"people/{person.Device}")).AssertOk();

        var events = (await Client.SendEventsAsync("rybbit", new JsonArray(Sent.PageView(person.Customer, "/pricing"), Sent.PageView(Sent.NewId(), "/")).ToJsonString())).AssertOk();
        var customer = (await Client.SendEventsAsync("cdp", person.Upserted().ToJsonString())).AssertOk();
        var broken = await Client.SendEventsAsync("cdp", person.Broken().ToJsonString());
        var report = await Client.PostAsync("/api/v1/events", person.Click());

        Assert.Equal((1, 1), ((int)events.Json["accepted"]!, (int)events.Json["ignored"]!));
        Assert.Equal(("ignored", "erased"), ((string?)events.Json["results"]![0]!["status"], (string?)events.Json["results"]![0]!["reason"]));
        Assert.Equal(1, (int)customer.Json["ignored"]!);
        Assert.Equal(400, broken.Status);
        Assert.Equal(1, (int)report.AssertOk().Json["ignored"]!);
        Assert.False((bool)(await Client.GetAsync($"/api/v1/segment/{person.Customer}")).AssertOk().Json["known"]!);
        Assert.Empty(Traces.InFile(engine.Process.DataDirectory, person.Secrets));
    }

    [Fact]
    public async Task Erase_Twice_IsOneErasure()
    {
        var person = await KnownPerson.MakeAsync(Client);

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Client.AdminAsync(HttpMethod.Delete, $"people/{person.Customer}")));
        var later = (await Client.AdminAsync(HttpMethod.Delete, $"people/{person.Customer}")).AssertOk();

        var id = Assert.Single(both.Append(later).Select(one => (string)one.AssertOk().Json["erasure_id"]!).Distinct());
        Assert.Equal("done", (string?)(await Client.AdminAsync(HttpMethod.Get, $"erasures/{id}")).AssertOk().Json["state"]);
    }

    [Fact]
    public async Task Restore_AfterAnErasure_CountsNewEventsAndNoOldOnes()
    {
        var person = await KnownPerson.MakeAsync(Client);
        (await Client.AdminAsync(HttpMethod.Delete, $"people/{person.Customer}")).AssertOk();

        var restored = (await Client.AdminAsync(HttpMethod.Post, $"people/{person.Customer}/restore-permission")).AssertOk();
        await Client.AcceptEventsAsync("rybbit", Sent.PageView(person.Customer, "/"));

        Assert.Equal("lifted", (string?)restored.Json["state"]);
        Assert.Equal(0.5m, (decimal)(await Client.ScoreAsync(person.Customer))["score"]!);
        (await Client.AdminAsync(HttpMethod.Post, $"people/{person.Customer}/restore-permission")).AssertProblem(404);
        Assert.Equal(2, engine.Process.Query<long>(
            "select count(*) from audit where subject = @who and action in ('person.erased', 'person.restored') and actor = '_master'", ("@who", (string)restored.Json["person"]!))[0]);
    }

    [Theory]
    [InlineData("get", "people/nobody-of-this-name/export")]
    [InlineData("delete", "people/nobody-of-this-name")]
    [InlineData("post", "people/nobody-of-this-name/restore-permission")]
    [InlineData("get", "erasures/none")]
    public async Task UnknownId_AnyOrder_IsNotFound(string method, string path) =>
        (await Client.AdminAsync(new HttpMethod(method.ToUpperInvariant()), path)).AssertProblem(404);

    [Theory]
    [InlineData("a/b")]
    [InlineData("ä ö%20ü?&#")]
    [InlineData("..")]
    [InlineData("o'neil\"\\")]
    public async Task OddId_ExportAndErase_AreAboutThatPerson(string odd)
    {
        var id = $"{odd}-{Guid.CreateVersion7():N}";
        await Client.AcceptEventsAsync("rybbit", Sent.PageView(id, "/"));

        var exported = (await Client.AdminAsync(HttpMethod.Get, $"people/{Uri.EscapeDataString(id)}/export")).AssertOk();
        Assert.Equal(id, (string?)exported.Json["sections"]!["people"]!["rows"]![0]!["person_id"]);
        (await Client.AdminAsync(HttpMethod.Delete, $"people/{Uri.EscapeDataString(id)}")).AssertOk();
        (await Client.AdminAsync(HttpMethod.Get, $"people/{Uri.EscapeDataString(id)}/export")).AssertProblem(404);
    }

    [Fact]
    public async Task Erase_OneOfTwoOnADevice_LeavesTheOtherOnesEvents()
    {
        var (first, second, device) = (Sent.NewId(), Sent.NewId(), Sent.NewId("device"));
        foreach (var user in new[] { first, second })
        {
            var view = Sent.PageView(user, "/");
            view["anonymous_id"] = device;
            await Client.AcceptEventsAsync("rybbit", view);
        }

        (await Client.AdminAsync(HttpMethod.Delete, $"people/{first}")).AssertOk();
        var again = Sent.PageView(second, "/");
        again["anonymous_id"] = device;
        await Client.AcceptEventsAsync("rybbit", again);

        Assert.Equal(2m, await Client.FactorAsync(second, "page_views_last_7d"));
        Assert.Empty(Traces.InFile(engine.Process.DataDirectory, [first]));
    }
}
