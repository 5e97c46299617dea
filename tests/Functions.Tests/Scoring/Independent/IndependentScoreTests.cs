using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Scoring.Independent;

/// <summary>Every score, to the cent, against a second calculation from what was sent.</summary>
public sealed class IndependentScoreTests(SharedEngine engine)
{
    private const int People = 200;

    [Theory]
    [InlineData(20261123)]
    [InlineData(1)]
    public Task Scores_OfEverybody_EqualAnIndependentCalculation(int seed) => CompareEverybodyAsync(seed);

    [Fact]
    public async Task Scores_OfManyPopulations_EqualAnIndependentCalculation()
    {
        FullTests.Require("a minute");
        for (var seed = 2; seed < 30; seed++) await CompareEverybodyAsync(seed);
    }

    private async Task CompareEverybodyAsync(int seed)
    {
        var random = new Random(seed);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        var maker = new LeadMaker(random, now, Sent.NewId("run"));
        var leads = Enumerable.Range(0, People).Select(_ => maker.Make()).ToList();

        await SendShuffledAsync(leads, random);

        var differences = new List<string>();
        foreach (var lead in leads) differences.AddRange(await CompareAsync(lead, now));
        Assert.True(differences.Count == 0, $"{differences.Count} differ (seed {seed}):\n{string.Join('\n', differences.Take(20))}");
        Assert.Equal(4, leads.Select(lead => new NaiveScore(lead.Deeds, now).Segment).Distinct().Count());
    }

    /// <summary>Any order and any cut into requests, as retries and late deliveries bring it about.</summary>
    private async Task SendShuffledAsync(IEnumerable<Lead> leads, Random random)
    {
        var events = leads.SelectMany(lead => lead.Events).ToArray();
        random.Shuffle(events);
        foreach (var source in events.GroupBy(sent => sent.Source))
        {
            var waiting = source.Select(sent => sent.Json).ToList();
            while (waiting.Count > 0)
            {
                var batch = waiting.Take(random.Next(1, 400)).ToList();
                waiting.RemoveRange(0, batch.Count);
                var body = random.Next(2) == 0
                    ? new JsonArray([.. batch]).ToJsonString()
                    : string.Join('\n', batch.Select(sent => sent.ToJsonString()));
                var answer = await engine.Client.SendEventsAsync(source.Key, body);
                Assert.True(answer.Status == 200 && (int)answer.Json["refused"]! == 0, answer.Body);
            }
        }
    }

    private async Task<IEnumerable<string>> CompareAsync(Lead lead, DateTimeOffset now)
    {
        var expected = new NaiveScore(lead.Deeds, now);
        var differences = new List<string>();
        foreach (var id in lead.Ids)
        {
            var shown = await engine.Client.ScoreAsync(id);
            if (lead.Events.Count == 0) continue;
            Differ("person_id", lead.Ids[0], (string?)shown["person_id"]);
            foreach (var line in shown["receipt"]!.AsArray())
            {
                var factor = (string)line!["factor"]!;
                Differ(factor, decimal.Round(expected.Factors[factor], 6), (decimal)line["value"]!);
            }

            Differ("score", expected.Score, (decimal)shown["score"]!);
            Differ("segment", expected.Segment, (string?)shown["segment"]);

            void Differ<T>(string what, T wanted, T got)
            {
                if (!Equals(wanted, got)) differences.Add($"{id}: {what} should be {wanted}, is {got}");
            }
        }

        return differences;
    }
}
