using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Admin;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Decisions;

/// <summary>Ten thousand receipts, each of them worked out a second time by what the documents say, and made again by the engine.</summary>
public sealed class TenThousandReceiptsTests(ReceiptsEngine engine, ITestOutputHelper output) : IClassFixture<ReceiptsEngine>
{
    private const int People = 100, Decisions = 10_000, Rules = 30, AtOnce = 4;

    private static readonly string[] Slots = ["one", "two", "three"], Pages = ["/", "/pricing", "/blog", "/demo"];

    private readonly List<(long Id, JsonObject Rule)> _rules = [];
    private readonly List<(string Key, double Coverage, double Weight)> _experiments = [];

    private EngineClient Client => engine.Client;

    [Fact]
    public async Task Receipts_TenThousand_AgreeWithASecondOpinion()
    {
        var random = new Random(20261123);
        var people = await MeetAsync(random);
        await DefineAsync(random);
        var questions = Enumerable.Range(0, Decisions).Select(_ => (
            Person: people[random.Next(People)], Page: Pages[random.Next(Pages.Length)], Cart: random.Next(0, 200))).ToList();

        var (won, decided) = (0, new ConcurrentBag<string>());
        await Parallel.ForEachAsync(questions, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (question, _) =>
        {
            var decision = await Client.DecideAsync(question.Person, $"limit=3&context.page={question.Page}&context.cart={question.Cart}");
            decided.Add(decision);
            var receipt = await Client.ReceiptAsync(decision);
            Interlocked.Add(ref won, Check(receipt, question));
            await Client.AssertSameAgainAsync(decision);
        });

        // Whoever has just changed the rules is told the old story all the same.
        foreach (var (id, _) in _rules.Take(Rules / 2)) (await Client.AdminAsync(HttpMethod.Delete, $"rules/{id}")).AssertOk();
        foreach (var decision in decided.Take(Decisions / 50)) await Client.AssertSameAgainAsync(decision);
        output.WriteLine($"{Decisions:N0} receipts of {People} people by {Rules} rules; {won:N0} slots were filled by a rule.");
        Assert.InRange(won, Decisions, 3 * Decisions);
    }

    private int Check(JsonNode receipt, (string Person, string Page, int Cart) question)
    {
        var score = receipt["score"]!;
        // Values are shown to six decimals and counted exactly.
        AssertNear(SecondOpinion.ScoreOf(score["receipt"]!.AsArray()), (decimal)score["score"]!, 0.01m);
        AssertNear((decimal)score["sum"]!, score["receipt"]!.AsArray().Sum(line => (decimal)line!["points"]!), 0.00001m);
        Assert.Equal(SecondOpinion.SegmentOf((decimal)score["score"]!), (string?)score["segment"]);

        var person = (string)receipt["person_id"]!;
        foreach (var (key, coverage, weight) in _experiments)
        {
            var place = Assert.Single(receipt["experiments"]!.AsArray(), one => (string?)one!["key"] == key)!;
            var expected = GrowthBookBucketing.Choose(key, person, coverage, weight, 1 - weight);
            Assert.Equal((GrowthBookBucketing.Bucket(key, person), expected == 1 ? "bold" : "control", expected >= 0), (
                (double)place["bucket"]!, (string?)place["variant"], (bool)place["in_experiment"]!));
        }

        JsonNode? Attribute(string name) => name switch
        {
            "score" => score["score"],
            "segment" => score["segment"],
            "context.page" => (JsonNode)question.Page,
            "context.cart" => (JsonNode)question.Cart,
            _ when name.StartsWith("experiments.", StringComparison.Ordinal) => Variant(receipt, name["experiments.".Length..]),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "The second opinion knows no such attribute."),
        };

        foreach (var (id, rule) in _rules)
        {
            var result = (string?)Assert.Single(receipt["rules"]!.AsArray(), one => (long)one!["rule"]!["id"]! == id)!["result"];
            Assert.Equal(SecondOpinion.Holds(rule["conditions"]!.AsObject(), Attribute), result is "won" or "beaten" or "held_out");
        }

        var won = 0;
        foreach (var slot in Slots)
        {
            var winner = SecondOpinion.WinnerOf(slot, _rules, person, Attribute);
            var shown = receipt["slots"]![slot]!;
            Assert.Equal(winner, (long?)shown["rule"]);
            if (winner is null) continue;
            Assert.True(JsonNode.DeepEquals(_rules.Single(rule => rule.Id == winner).Rule["actions"]![0]!["content"], shown["content"]));
            won++;
        }

        return won;
    }

    private static void AssertNear(decimal expected, decimal actual, decimal tolerance) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, $"{actual} is not {expected}");

    private static JsonNode? Variant(JsonNode receipt, string key)
    {
        var place = receipt["experiments"]!.AsArray().Single(one => (string?)one!["key"] == key)!;
        return (bool)place["in_experiment"]! ? place["variant"] : null;
    }

    private async Task<List<string>> MeetAsync(Random random)
    {
        var people = Enumerable.Range(0, People).Select(i => Sent.NewId($"p{i}")).ToList();
        foreach (var person in people)
        {
            var visits = Enumerable.Range(0, random.Next(1, 30)).Select(i => Sent.PageView(person, Pages[random.Next(Pages.Length)], 60 + (i * 7), $"{person}-{i / 5}"));
            await Client.AcceptEventsAsync("rybbit", visits);
        }

        return people;
    }

    private async Task DefineAsync(Random random)
    {
        foreach (var (coverage, weight) in new[] { (1d, 0.5), (0.6, 0.3) })
        {
            var key = Defined.NewKey();
            var experiment = Defined.Experiment(key, "control", "bold").With("traffic_allocation", coverage);
            (experiment["variants"]![0]!["weight"], experiment["variants"]![1]!["weight"]) = (weight, 1 - weight);
            await Client.AddExperimentAsync(experiment);
            _experiments.Add((key, coverage, weight));
        }

        for (var i = 0; i < Rules; i++)
        {
            var rule = Defined.Rule(Condition(random, depth: 2), Defined.Show(Slots[random.Next(Slots.Length)], new JsonObject { ["headline"] = $"of rule {i}" }))
                .With("priority", random.Next(-5, 5)).With("holdout", random.Next(3) == 0 ? 0.2 : 0);
            _rules.Add((await Client.AddRuleAsync(rule), JsonNode.Parse(rule.ToJsonString())!.AsObject()));
        }
    }

    private JsonObject Condition(Random random, int depth) => random.Next(depth > 0 ? 7 : 5) switch
    {
        0 => new JsonObject { ["score"] = new JsonObject { ["$gte"] = random.Next(0, 60) } },
        1 => new JsonObject { ["context.page"] = Pages[random.Next(Pages.Length)] },
        2 => new JsonObject { ["context.cart"] = new JsonObject { ["$lt"] = random.Next(0, 200), ["$gte"] = random.Next(0, 60) } },
        3 => new JsonObject { ["segment"] = new JsonObject { ["$in"] = new JsonArray("warm_lead", "hot_lead") } },
        4 => new JsonObject { [$"experiments.{_experiments[random.Next(2)].Key}"] = "bold" },
        5 => new JsonObject { ["$or"] = new JsonArray(Condition(random, depth - 1), Condition(random, depth - 1)) },
        _ => new JsonObject { ["$not"] = Condition(random, depth - 1) },
    };
}
