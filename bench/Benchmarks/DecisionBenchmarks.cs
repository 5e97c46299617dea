using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Evaluation;
using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Bench;

/// <summary>One whole decision in Core: experiments, rules, recommendations, messages.</summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    private readonly DecisionRequest _request = new("user", null, 10, AttributeMap.Empty, false, Now);
    private readonly PersonState _person = Person();
    private Playbook _playbook = null!;

    [Params(8, 100, 1000)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void MakePlaybook()
    {
        var experiment = ExperimentDocument.Read(JsonElement.Parse(
            """{"key": "cta", "name": "x", "status": "running", "variants": [{"key": "a"}, {"key": "b"}]}""")).Value!;
        _playbook = Playbook.Of(
            new RuleSet(Enumerable.Range(1, Rules).Select(Rule)), [new CompiledExperiment(experiment)], new Dictionary<string, AttributeValue>(), 1);
    }

    [Benchmark]
    public Decision Decide() => DecisionMaker.Decide(_request, _person, _playbook, _ => null);

    /// <summary>Three leaves each; most rules fail at the second one.</summary>
    private static ContentRule Rule(int id) => ContentRuleDocument.Read(JsonElement.Parse(
        $$"""
        {"name": "rule {{id}}", "priority": {{id % 100}},
         "conditions": {"segment": {"$in": ["hot_lead", "sales_ready"]}, "factors.page_views_last_7d": {"$gte": {{id % 40}}}, "traits.team": "team {{id}}" },
         "actions": [{"type": "show", "slot": "slot {{id % 4}}", "content": {"text": "hello"} }]}
        """)).Value! with
    { Id = id };

    private static PersonState Person()
    {
        var values = BehaviouralFactors.None(Now).Values
            .Select(factor => factor with { Value = 12, Origin = ActivityOrigin.Rybbit, LatestAt = Now }).ToArray();
        var factors = new BehaviouralFactors(values, 3, Now, null);
        var score = LeadScorer.Score(factors, ScoringModel.Default);
        var profile = PersonProfile.Unknown("user") with
        {
            Traits = new AttributeMap([KeyValuePair.Create("team", (AttributeValue)"team 7")]),
        };
        var candidates = Enumerable.Range(0, 50).Select(item => new ItemCandidate($"item-{item}", 1 - (item / 100d), "item_based", "because", AttributeMap.Empty));
        return new PersonState(profile, true, score, PersonAttributes.Of(profile, true, factors, score), [.. candidates]);
    }
}
