using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Profiles.Signals;
using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Engine.Scoring;

/// <summary>How leads are scored on this site, from configuration.</summary>
public sealed record ScoringRules(ScoringModel Model, FactorWindows Windows, SignalDefinitions Signals)
{
    public static ScoringRules Default { get; } = new(ScoringModel.Default, FactorWindows.Default, SignalDefinitions.Default);
}
