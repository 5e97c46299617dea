namespace PersonalizationEngine.Core.Scoring.Models;

/// <summary>Rules that are capped together.</summary>
/// <param name="Key">Unique within the model.</param>
public sealed record ScoreGroup(string Key, string Name, ScoreGroupKind Kind, ScoreBounds Bounds, IReadOnlyList<ScoreRule> Rules);
