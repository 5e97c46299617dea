using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Rules.Conditions.Behaviour;

namespace PersonalizationEngine.Engine.Scoring;

/// <summary>What is read of one person's behaviour: once, for their factors and for what conditions ask besides.</summary>
internal sealed class BehaviourReading(DateTimeOffset now, ScoringRules rules, ActPatterns asked)
{
    private readonly FactorAccumulator _factors = new(now, rules.Windows, rules.Signals);
    private readonly List<Activity> _acts = [];

    /// <summary>How far back activities are to be read.</summary>
    public DateTimeOffset Since { get; } = now - (asked.Reach > rules.Windows.Reach ? asked.Reach : rules.Windows.Reach);

    public void Take(WebBehaviour known) => _factors.Take(known);

    public void Add(in Activity activity)
    {
        if (activity.At >= now - rules.Windows.Reach) _factors.Add(activity);
        if (asked.Reach > TimeSpan.Zero) _acts.Add(activity);
    }

    public BehaviouralFactors Factors() => _factors.Complete();

    public AttributeMap? Acts() => asked.Answer(_acts, rules.Signals);
}
