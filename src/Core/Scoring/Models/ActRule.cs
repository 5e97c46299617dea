using PersonalizationEngine.Core.Rules.Conditions.Behaviour;
using PersonalizationEngine.Core.Scoring.Models.Decaying;

namespace PersonalizationEngine.Core.Scoring.Models;

/// <summary>Points for each act, which fade as the act grows old.</summary>
/// <param name="Acts">Which acts count.</param>
/// <param name="Within">An older act counts no more; null for any age.</param>
/// <param name="ClearedBy">Such an act undoes all that came before it and at the same instant; null when nothing does.</param>
public sealed record ActRule(
    string Key, string Name, double Points, ScoreBounds Bounds, ActPattern Acts, Decay Decay, TimeSpan? Within, ActPattern? ClearedBy)
    : ScoreRule(Key, Name, Points, Bounds)
{
    /// <summary>The age from which on an act is worth nothing, or too little to be seen in any digit; null for never.</summary>
    public TimeSpan? Reach => Within is { } within && (Decay.Reach is not { } reach || within < reach) ? within : Decay.Reach;
}
