using PersonalizationEngine.Core.Profiles.Factors;

namespace PersonalizationEngine.Core.Scoring.Models;

/// <summary>Points for each unit of a behavioural factor, as the plain score counts them.</summary>
public sealed record FactorRule(string Key, string Name, double Points, ScoreBounds Bounds, Factor Factor)
    : ScoreRule(Key, Name, Points, Bounds);
