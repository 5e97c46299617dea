using System.Text.Json.Nodes;
using Feed.Tests.Receiver;
using PersonalizationEngine.Feed.Demo.Documents;
using PersonalizationEngine.Feed.Demo.Wire;

namespace Feed.Tests.Demo;

public sealed class DocumentPosterTests
{
    private readonly AdminDouble _admin = new();

    [Fact]
    public async Task Post_NewDocuments_CreatesThem()
    {
        var report = await PostAsync(Rules("r1", "r2"));

        Assert.Equal((2, 0), (report.Created, report.Kept));
        Assert.Equal(["r1", "r2"], _admin.Rules.Select(rule => rule["name"]!.ToString()));
    }

    [Fact]
    public async Task Post_NamesThatAreThere_AreKeptWhateverThePage()
    {
        foreach (var name in (string[])["r1", "r2", "r3"]) _admin.Rules.Add(new JsonObject { ["name"] = name });

        var report = await PostAsync(Rules("r3", "r4"));

        Assert.Equal((1, 1), (report.Created, report.Kept));
        Assert.Equal(4, _admin.Rules.Count);
        const string Listing = "GET /api/v1/admin/rules";
        Assert.Equal([Listing, Listing + "?cursor=1", Listing + "?cursor=2"], _admin.Calls[..3]);
    }

    [Fact]
    public async Task Post_RunningExperiment_IsCreatedAsDraftAndStarted()
    {
        var running = new JsonObject { ["name"] = "e1", ["status"] = "running" };

        var report = await PostAsync(new DemoDocuments([], [running, new JsonObject { ["name"] = "e2", ["status"] = "draft" }]));

        Assert.Equal(2, report.Created);
        Assert.Equal(["running", "draft"], _admin.Experiments.Select(experiment => experiment["status"]!.ToString()));
        Assert.Contains("PUT /api/v1/admin/experiments/1", _admin.Calls);
    }

    [Fact]
    public async Task Post_DocumentRefused_ReportsItAndGoesOn()
    {
        JsonObject[] rules = [new() { ["name"] = "bad", ["refuse"] = true }, new() { ["name"] = "good" }];

        var report = await PostAsync(new DemoDocuments(rules, []));

        Assert.Equal(1, report.Created);
        Assert.Equal("'bad': POST /api/v1/admin/rules: 422 the document is not valid", Assert.Single(report.Failures));
    }

    [Fact]
    public async Task Post_WrongKey_SaysSo()
    {
        var report = await PostAsync(Rules("r1"), "wrong");

        Assert.Equal("GET /api/v1/admin/rules: 401 no such key", Assert.Single(report.Failures));
    }

    [Fact]
    public void Read_ShippedFiles_AreArraysOfNamedDocuments() =>
        Assert.True(DemoDocuments.Read(DemoDocuments.ShippedFolder).TryGet(out _, out var failure), failure);

    private async Task<DocumentsReport> PostAsync(DemoDocuments documents, string key = AdminDouble.MasterKey)
    {
        await using var engine = await ReceivingEngine.StartAsync(_admin.MapOn);
        using var http = new HttpClient { BaseAddress = engine.Url };
        return await new DocumentPoster(new AdminClient(http, key)).PostAsync(documents, TestContext.Current.CancellationToken);
    }

    private static DemoDocuments Rules(params string[] names) =>
        new([.. names.Select(name => new JsonObject { ["name"] = name })], []);
}
