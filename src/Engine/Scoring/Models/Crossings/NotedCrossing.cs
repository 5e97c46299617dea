using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Scoring.Models.Crossings;

namespace PersonalizationEngine.Engine.Scoring.Models.Crossings;

/// <summary>A crossing with what is done about it.</summary>
/// <param name="Id">The same whoever notes it; the idempotency key of its message.</param>
/// <param name="Action">Null when nothing is asked for.</param>
/// <param name="Withheld">Why the message is not asked for all the same; null when it is.</param>
public sealed record NotedCrossing(string Id, ThresholdCrossing Crossing, CrossingAction? Action, string? Withheld)
{
    public const string NoConsent = "no_consent";
}
