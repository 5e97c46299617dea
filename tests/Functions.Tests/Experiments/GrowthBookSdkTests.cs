using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Experiments;

/// <summary>An existing GrowthBook SDK, pointed at the engine, gives everybody what the engine would have given them.</summary>
public sealed class GrowthBookSdkTests(ExperimentEngine engine) : IClassFixture<ExperimentEngine>
{
    private const int People = 10_000, Tracked = 50;

    private static readonly string[] Countries = ["DE", "FR", "GB", "US"];

    [Fact]
    public async Task Sdk_TenThousandPeopleInTwentyExperiments_AgreesWithTheEngine()
    {
        GrowthBookSdk.SkipUnlessInstalled();
        var keys = await TwentyExperiments.AddAsync(engine.Client);
        var run = Defined.NewKey();
        var ids = Enumerable.Range(0, People).Select(i => i % 5 == 0 ? $"pérson-{i} ✓ {run}" : $"{run}-{i}").ToArray();
        var said = await GrowthBookSdk.AskAsync(engine.Client.Address, ExperimentEngine.SdkKey, new JsonArray([.. ids.Select(AttributesOf)]), Tracked);
        Assert.Equal(keys.Order(), said["keys"]!.AsArray().Select(key => (string)key!).Order());

        var (differ, inside) = (0, 0);
        await Parallel.ForEachAsync(Enumerable.Range(0, People), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (person, _) =>
        {
            var theirs = said["answers"]![person]!.AsArray().Zip(said["keys"]!.AsArray()).ToDictionary(one => (string)one.Second!, one => (string?)one.First);
            foreach (var ours in (await AssignmentsAsync(ids[person], person)).AsArray())
            {
                var isServed = (bool)ours!["in_experiment"]! || (string?)ours["reason"] == "released";
                if (isServed) Interlocked.Increment(ref inside);
                if ((isServed ? (string?)ours["variant"] : null) != theirs[(string)ours["experiment"]!]) Interlocked.Increment(ref differ);
            }
        });

        Assert.Equal(0, differ);
        Assert.InRange(inside, People * 5, People * 15);
        await AssertTrackedAsync(ids, (int)said["tracked"]!);
    }

    private static JsonObject AttributesOf(string id, int person) => new()
    {
        ["id"] = id,
        ["context"] = new JsonObject { ["country"] = Countries[person % 4], ["age"] = Age(person), ["company"] = Company(person) },
        ["context.company"] = Company(person),
    };

    private static int Age(int person) => 18 + (person % 50);

    private static string Company(int person) => $"company {person % 997}";

    private async Task<JsonNode> AssignmentsAsync(string id, int person) => (await engine.Client.GetAsync(
        $"/api/v1/experiments/assignments?user_id={Uri.EscapeDataString(id)}&context.country={Countries[person % 4]}&context.age={Age(person)}"
        + $"&context.company={Uri.EscapeDataString(Company(person))}")).AssertOk().Json["assignments"]!;

    /// <summary>What the SDK told of the first people is what the engine says they are in, and nothing else is stored.</summary>
    private async Task AssertTrackedAsync(string[] ids, int told)
    {
        var expected = new List<string>();
        foreach (var (person, id) in ids.Take(Tracked).Index())
        {
            foreach (var one in (await AssignmentsAsync(id, person)).AsArray())
                if ((bool)one!["in_experiment"]!) expected.Add($"{one["experiment"]}/{id}/{one["variant"]}");
        }

        var stored = engine.Process.Query<string>(
            "select a.experiment_key || '/' || e.person_id || '/' || e.variant from exposures e join ab_experiments a on a.id = e.experiment_id");
        Assert.Equal(expected.Order(StringComparer.Ordinal), stored.Order(StringComparer.Ordinal));
        // An experiment that others need is told of once more for each of them.
        Assert.InRange(told, stored.Count, 2 * stored.Count);
    }
}
