namespace PersonalizationEngine.Core.Scoring.Models;

/// <summary>What gives points, or takes them.</summary>
/// <param name="Key">Unique within the model.</param>
/// <param name="Points">-1000 to 1000, not 0: per match, per act or per unit of a factor.</param>
/// <param name="Bounds">Of what the rule gives in all, after decay.</param>
public abstract record ScoreRule(string Key, string Name, double Points, ScoreBounds Bounds);
