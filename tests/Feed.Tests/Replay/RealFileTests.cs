using System.Text.Json;
using Feed.Tests.Receiver;
using Feed.Tests.SharedData;
using PersonalizationEngine.Feed.Demo.Wire;

namespace Feed.Tests.Replay;

/// <summary>The shipped mappings on the files they were written for.</summary>
public sealed class RealFileTests
{
    [Fact]
    public async Task YoochooseClicks_WholeFile_EachClickIsAPageView()
    {
        var file = SharedFile.Require("rsc15", "yoochoose-clicks-100k_train_full.txt");
        await using var engine = await ReceivingEngine.StartAsync();

        var run = await Replays.RunAsync(engine, file, "--mapping", "yoochoose-clicks");

        Assert.True(run.Code == 0, run.Output + run.Error);
        Assert.Contains("70,278 accepted, 0 duplicates, 0 refused", run.Output, StringComparison.Ordinal);
        // The first line of the file; batches are on the way side by side, so that it need not arrive first.
        Assert.Contains(engine.StoredAt("/webhook/rybbit"), click =>
            click.GetProperty("timestamp").GetString() == "2014-04-02T11:17:46.940Z" && click.GetProperty("pathname").GetString() == "/product/214716935");
    }

    [Fact]
    public async Task Leads_WholeFile_KeepsTheTotalsOfEachLead()
    {
        var file = SharedFile.Require("leads", "Leads.csv");
        await using var engine = await ReceivingEngine.StartAsync();

        var run = await Replays.RunAsync(engine, file, "--mapping", "leads");

        Assert.True(run.Code == 0, run.Output + run.Error);
        Assert.DoesNotContain("malformed", run.Output, StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper!.WriteLine(run.Output);
        var facts = engine.StoredAt("/webhook/cdp").ToLookup(fact => fact.GetProperty("type").GetString());
        Assert.Equal(9240, facts["customer.upserted"].Count());
        Assert.Equal(3561, facts["lead.converted"].Count());
        var withheld = facts["consent.updated"].Count(fact => !fact.GetProperty("data").GetProperty("granted").GetBoolean());
        Assert.Equal(734 + 61, withheld);
        Assert.Equal(267 + 6, facts["email.clicked"].Count());
        Assert.Equal(4886 + 718 + 1, Behaviour(engine, "form_submit").Count());

        // lead 660728: 5 visits, 2.5 pages each, 674 seconds in all
        const string Lead = "2a272436-5132-4136-86fa-dcc88c88f482";
        var visits = Behaviour(engine, "pageview").Where(view => view.GetProperty("user_id").GetString() == Lead)
            .GroupBy(view => view.GetProperty("session_id").GetString()).ToList();
        Assert.Equal((5, 12), (visits.Count, visits.Sum(visit => visit.Count())));
        Assert.Equal(674, visits.Sum(visit => (Time(visit.Last()) - Time(visit.First())).TotalSeconds), 0.1);
    }

    private static IEnumerable<JsonElement> Behaviour(ReceivingEngine engine, string type) =>
        engine.StoredAt("/webhook/rybbit").Where(sent => sent.GetProperty("type").GetString() == type);

    private static DateTimeOffset Time(JsonElement sent) => sent.GetProperty("timestamp").GetDateTimeOffset();
}
