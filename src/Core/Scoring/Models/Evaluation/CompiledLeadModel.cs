using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Signals;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Scoring.Models.Evaluation;

/// <summary>A scoring model with its conditions compiled, to score many people by.</summary>
public sealed class CompiledLeadModel
{
    private readonly SignalDefinitions _signals;
    private readonly Dictionary<string, ConditionPredicate> _fit;

    /// <param name="groups">What conditions name; bound now.</param>
    public CompiledLeadModel(LeadModel model, SavedGroups groups, SignalDefinitions signals)
    {
        (Model, _signals) = (model, signals);
        _fit = model.Rules.OfType<FitRule>().ToDictionary(rule => rule.Key, rule => ConditionCompiler.Compile(rule.When.Condition, groups), StringComparer.Ordinal);
        AsksFactors = model.Rules.Any(rule => rule is FactorRule);
        AsksActs = model.Rules.Any(rule => rule is ActRule);
        var acts = model.Rules.OfType<ActRule>().ToList();
        Reach = acts.Exists(rule => rule.ClearedBy is not null || rule.Reach is null) ? null : acts.Max(rule => rule.Reach) ?? TimeSpan.Zero;
    }

    public LeadModel Model { get; }

    public bool AsksFactors { get; }

    public bool AsksActs { get; }

    /// <summary>How far back acts matter to its rules on acts; null for as far as they are kept.</summary>
    public TimeSpan? Reach { get; }

    /// <summary>How a person's score goes.</summary>
    /// <param name="profile">As <see cref="PersonAttributes"/> makes it.</param>
    /// <param name="activities">Known ones, in any order, later ones included.</param>
    /// <param name="factors">Of the time that will be asked about.</param>
    public LeadCurve CurveOf(AttributeMap profile, IReadOnlyList<Activity> activities, FactorTimeline factors)
    {
        var groups = Model.Groups.Select(group => new GroupTrack(group, [.. group.Rules.Select(rule => Track(rule, profile, activities, factors))]));
        return new LeadCurve(Model, [.. groups], AsksFactors ? factors.KnownUntil : null) { FollowedUntil = AsksFactors ? factors.FollowedUntil : null };
    }

    private RuleTrack Track(ScoreRule rule, AttributeMap profile, IReadOnlyList<Activity> activities, FactorTimeline factors) => rule switch
    {
        FitRule fit => new FitTrack(fit, _fit[fit.Key](profile)),
        FactorRule factor => new FactorTrack(factor, factors),
        ActRule acts => new ActTrack(
            acts,
            activities.Where(activity => acts.Acts.Matches(activity, _signals)).Select(activity => activity.At),
            acts.ClearedBy is { } clearing ? activities.Where(activity => clearing.Matches(activity, _signals)).Select(activity => activity.At) : []),
        _ => throw new ArgumentException($"A rule of kind {rule.GetType().Name} is not known.", nameof(rule)),
    };
}
