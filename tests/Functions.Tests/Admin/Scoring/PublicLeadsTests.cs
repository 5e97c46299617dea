using System.Diagnostics;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin.Scoring;

/// <summary>The public leads of "X Education", sent through the webhooks as anybody would import them, and learnt from over HTTP.</summary>
public sealed class PublicLeadsTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    // The newest of the file come first: the first 3,000 are those of the last weeks.
    private const string Leads = "3000";

    private const string Profile =
        """["traits.lead_origin", "traits.lead_source", "traits.specialization", "traits.city", "traits.heard_by", "traits.occupation"]""";

    [Fact]
    public async Task Calibrate_LeadsImportedByWebhooks_IsFarBetterThanThePlainWeightsOnLaterLeads()
    {
        await ReplayAsync(SharedFile.Require("leads", "Leads.csv"));

        var plain = await CalibrateAsync("[]");
        var learnt = await CalibrateAsync(Profile);

        Assert.True((int)learnt["held_out"]!["looks"]! > 700, learnt["held_out"]!.ToJsonString());
        var (auc, behaviour, live) = (Auc(learnt, "draft_quality"), Auc(plain, "draft_quality"), Auc(learnt, "live_quality"));
        TestContext.Current.TestOutputHelper!.WriteLine($"AUC on later leads: plain {live:0.000}, learnt from behaviour {behaviour:0.000}, and profile {auc:0.000}");
        Assert.True(auc > 0.82, $"{auc}");
        Assert.True(behaviour > 0.58, $"{behaviour}");
        Assert.True(auc - live > 0.2, $"{auc} {live}");
        Assert.True((double)learnt["draft_quality"]!["calibration_error"]! < 0.1);
        Assert.True((double)learnt["draft_quality"]!["sales_ready"]!["high"]! > 0.7, learnt["draft_quality"]!.ToJsonString());
    }

    private static double Auc(JsonNode learnt, string of) => (double)learnt[of]!["auc"]!;

    private async Task<JsonNode> CalibrateAsync(string attributes)
    {
        var from = DateTime.UtcNow.AddDays(-245).ToString("yyyy-MM-ddT00:00:00Z");
        var answer = await engine.Client.AdminAsync(
            HttpMethod.Post, "scoring/calibrate", $$"""{ "age_days": 7, "horizon_days": 15, "from": "{{from}}", "attributes": {{attributes}} }""");
        return answer.AssertOk().Json;
    }

    private async Task ReplayAsync(string file)
    {
        string[] options = [file, "--mapping", "leads-history", "--limit", Leads, "--no-resume", "--state", Path.GetTempPath()];
        var start = new ProcessStartInfo(
            "dotnet", [EngineProcess.PathOf("Feed"), "replay", .. options, "--url", engine.Client.Address.ToString(), "--secret", EngineProcess.Secret])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
    }
}
