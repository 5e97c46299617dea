using BenchmarkDotNet.Attributes;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Profiles.Signals;
using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Bench;

/// <summary>Factors and score of one person from their activities.</summary>
[MemoryDiagnoser]
public class ScoringBenchmarks
{
    private static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    private Activity[] _activities = [];

    [Params(50, 1000)]
    public int Activities { get; set; }

    [GlobalSetup]
    public void MakeActivities() => _activities =
    [
        .. Enumerable.Range(0, Activities).Select(number => new Activity(
            Now - TimeSpan.FromDays(29 - (29d * number / Activities)), ActivityOrigin.Rybbit, number % 10 == 0 ? "form_submit" : "pageview",
            Path: number % 7 == 0 ? "/pricing" : "/blog/article", Form: number % 10 == 0 ? "contact" : null, Site: "1", Session: $"s{number / 5}")),
    ];

    [Benchmark]
    public LeadScore Score()
    {
        var accumulator = new FactorAccumulator(Now, FactorWindows.Default, SignalDefinitions.Default);
        foreach (var activity in _activities) accumulator.Add(activity);
        return LeadScorer.Score(accumulator.Complete(), ScoringModel.Default);
    }
}
