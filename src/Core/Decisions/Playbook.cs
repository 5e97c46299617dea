using PersonalizationEngine.Core.Decisions.Receipts;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Behaviour;
using PersonalizationEngine.Core.Rules.Evaluation;

namespace PersonalizationEngine.Core.Decisions;

/// <summary>Everything marketers have decided beforehand, in one immutable piece that requests read and updates replace.</summary>
/// <param name="Experiments">In the order of their ids.</param>
/// <param name="Fallbacks">Slot to the content shown when no rule fills it.</param>
/// <param name="Slots">Every slot there is: those of rules and those with a fallback, in ordinal order.</param>
/// <param name="Version">Rises with every change; answers carry it.</param>
public sealed record Playbook(
    RuleSet Rules,
    IReadOnlyList<CompiledExperiment> Experiments,
    IReadOnlyDictionary<string, AttributeValue> Fallbacks,
    IReadOnlyList<string> Slots,
    long Version)
{
    /// <summary>What rules and experiments ask about what people did.</summary>
    public ActPatterns Acts { get; } = ActPatterns.Of(ConditionsOf(Rules, Experiments), Rules.Groups);

    /// <summary>Every condition that a decision may ask of a person.</summary>
    public IEnumerable<Condition> Conditions => ConditionsOf(Rules, Experiments);

    public static Playbook Of(
        RuleSet rules, IEnumerable<CompiledExperiment> experiments, IReadOnlyDictionary<string, AttributeValue> fallbacks, long version) =>
        new(rules, [.. experiments], fallbacks, [.. rules.Slots.Union(fallbacks.Keys).Order(StringComparer.Ordinal)], version);

    /// <summary>Which experiments rules ask for.</summary>
    public ExperimentMentions Mentions { get; } = new(Rules.Rules.Select(rule => rule.Rule));

    public GlobalHoldout Holdout { get; init; } = GlobalHoldout.None;

    /// <summary>The share held out of rules that say nothing of their own; rules have it in them already.</summary>
    public double RuleHoldout { get; init; }

    /// <summary>What it was made of.</summary>
    public IReadOnlyList<DefinitionReference> Definitions { get; init; } = [];

    /// <summary>A person's place in every experiment, with nothing kept of before.</summary>
    /// <param name="attributes">What conditions can ask about the person and the moment.</param>
    public IReadOnlyList<Assignment> Assign(string personId, AttributeMap attributes, DateTimeOffset now) =>
        Assign(new Applicant(personId, attributes, now));

    /// <summary>A person's place in every experiment, in the order of the experiments.</summary>
    public IReadOnlyList<Assignment> Assign(Applicant applicant)
    {
        if (Experiments.Count == 0) return [];
        if (Holdout.Share > 0 && applicant.PersonId is { } person && Holdout.Contains(person)) applicant = applicant with { IsHeldOut = true };
        return ExperimentOrder.Assign(Experiments, applicant);
    }

    private static IEnumerable<Condition> ConditionsOf(RuleSet rules, IReadOnlyList<CompiledExperiment> experiments) =>
    [
        .. rules.Rules.Select(rule => rule.Rule.Condition.Condition),
        .. experiments.Select(experiment => experiment.Experiment.Targeting?.Condition).OfType<Condition>(),
    ];
}
