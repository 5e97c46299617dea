using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Decisions;

/// <summary>A receipt that was told to be stored survives the death of the process; another one is there whole, or honestly not.</summary>
public sealed class KilledReceiptTests : IDisposable
{
    private const int Kills = 3, AtLeast = 40;

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Kill_WhileReceiptsAreStored_LosesNoneThatWasAcknowledged()
    {
        var (stored, queued) = (new List<string>(), new List<string>());
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var engine = await EngineProcess.StartAsync(_folder.Path);
            await engine.Client.BecomeReadyAsync();
            if (kill == 0) await engine.Client.AddRuleAsync(Defined.Rule(new JsonObject(), Defined.Show("hero", "x")));
            var before = stored.Count;
            var asking = AskAsync(engine.Client, stored, queued);
            while (Count(stored) < before + AtLeast) await Task.Delay(5, TestContext.Current.CancellationToken);
            await engine.KillAsync();
            await asking;
        }

        await using var last = await EngineProcess.StartAsync(_folder.Path);
        await last.Client.BecomeReadyAsync();
        foreach (var decision in stored) await last.Client.AssertSameAgainAsync(decision);
        foreach (var decision in queued)
        {
            var told = (await last.Client.GetAsync($"/api/v1/decisions/{decision}")).AssertOk().Json;
            if ((bool)told["kept"]!) await last.Client.AssertSameAgainAsync(decision);
            else Assert.NotEmpty((string)told["because"]!);
        }

        Assert.True(stored.Count >= Kills * AtLeast, "Nothing was stored to speak of.");
    }

    private static async Task AskAsync(EngineClient client, List<string> stored, List<string> queued)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                var answer = await client.PersonalizeAsync($"p{i % 7}", i % 3 == 0 ? "explain=true" : "receipt=true");
                var list = (string?)answer["receipt"] == "stored" ? stored : queued;
                lock (list) list.Add((string)answer["decision_id"]!);
            }
        }
        catch (HttpRequestException)
        {
            // Dead, as it was meant to be.
        }
    }

    private static int Count(List<string> list)
    {
        lock (list) return list.Count;
    }
}
