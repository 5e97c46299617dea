using PersonalizationEngine.Core.Rules;

namespace PersonalizationEngine.Core.Scoring.Models;

/// <summary>Points for a profile that meets a condition.</summary>
public sealed record FitRule(string Key, string Name, double Points, ScoreBounds Bounds, ConditionSource When)
    : ScoreRule(Key, Name, Points, Bounds);
