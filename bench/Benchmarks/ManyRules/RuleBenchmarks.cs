using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Evaluation;
using RulesEngine.Models;

namespace PersonalizationEngine.Bench.ManyRules;

/// <summary>
/// Which of a thousand rules hold for a person: the engine's rule set, the same conditions each compiled by itself, a plain
/// interpreter that walks over each rule's tree, and Microsoft RulesEngine. They must agree before anything is measured.
/// </summary>
[MemoryDiagnoser]
public class RuleBenchmarks
{
    public const int People = 256;
    private const string Workflow = "rules";

    private static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    private readonly Visitor[] _visitors = Visitor.Some(People);
    private readonly AttributeMap[] _people = [.. Visitor.Some(People).Select(visitor => visitor.ToAttributes())];
    private RuleSet _rules = null!;
    private RuleSet _slots = null!;
    private ConditionPredicate[] _alone = null!;
    private IPlainNode[] _plain = null!;
    private RulesEngine.RulesEngine _microsoft = null!;
    private int _next;

    [Params(RuleMix.Alike, RuleMix.Mixed, RuleMix.Different)]
    public RuleMix Mix { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var book = Rulebook.Of(Mix);
        _rules = new RuleSet(book.Select((part, number) => Rule(part, number, $"slot {number}")));
        _slots = new RuleSet(book.Select((part, number) => Rule(part, number, $"slot {number % 4}")));
        _alone = [.. _rules.Rules.Select(rule => rule.Matches)];
        _plain = [.. book.Select(part => part.Plain)];
        _microsoft = new RulesEngine.RulesEngine([new Workflow
        {
            WorkflowName = Workflow,
            Rules = [.. book.Select((part, number) => new Rule { RuleName = $"{number}", Expression = part.Lambda })],
        }]);
        MakeSureThatAllAgree();
    }

    /// <summary>Each rule fills a slot of its own, so that all are found out.</summary>
    [Benchmark(Baseline = true)]
    public bool Engine()
    {
        using var outcome = _rules.Evaluate(_people[Next()], Now);
        return outcome.WinnerOf("slot 7") is not null;
    }

    /// <summary>As a site has it: a rule whose slot is taken need not be asked.</summary>
    [Benchmark]
    public bool EngineFourSlots()
    {
        using var outcome = _slots.Evaluate(_people[Next()], Now);
        return outcome.WinnerOf("slot 3") is not null;
    }

    [Benchmark]
    public int EachCompiledByItself()
    {
        var person = _people[Next()];
        var held = 0;
        foreach (var holds in _alone)
            if (holds(person)) held++;
        return held;
    }

    [Benchmark]
    public int PlainInterpreter()
    {
        var person = _people[Next()];
        var held = 0;
        foreach (var rule in _plain)
            if (rule.Holds(person)) held++;
        return held;
    }

    [Benchmark]
    public int MicrosoftRulesEngine() => Microsoft(_visitors[Next()]).Count(result => result.IsSuccess);

    private int Next() => _next = (_next + 1) % People;

    private List<RuleResultTree> Microsoft(Visitor visitor) =>
        _microsoft.ExecuteAllRulesAsync(Workflow, new RuleParameter("visitor", visitor)).AsTask().GetAwaiter().GetResult();

    private void MakeSureThatAllAgree()
    {
        var held = 0;
        for (var person = 0; person < People; person++)
        {
            using var outcome = _rules.Evaluate(_people[person], Now);
            var theirs = person < 16 ? Microsoft(_visitors[person]).ToDictionary(result => result.Rule.RuleName, result => result.IsSuccess) : null;
            for (var rule = 0; rule < Rulebook.Rules; rule++)
            {
                var holds = outcome.WinnerOf($"slot {rule}") is not null;
                if (holds) held++;
                if (holds != _plain[rule].Holds(_people[person]) || holds != (theirs?[$"{rule}"] ?? holds))
                    throw new InvalidOperationException($"Rule {rule} of {Mix} is judged differently for person {person}.");
            }
        }

        Console.WriteLine($"// {Mix}: {(double)held / People:0.0} of {Rulebook.Rules} rules hold for a person.");
    }

    private static ContentRule Rule(Part part, int number, string slot) => ContentRuleDocument.Read(JsonElement.Parse(
        $$"""{"name": "rule", "conditions": {{part.Json}}, "actions": [{"type": "show", "slot": "{{slot}}", "content": 1}]}""")).Value! with
    { Id = number + 1 };
}
