using PersonalizationEngine.Engine.Scoring.Models;

namespace PersonalizationEngine.Functions.Scoring;

/// <summary>What keeps a score from being exactly that of the instant asked for.</summary>
internal sealed record ScoreLimitAnswer(string Reason, string Message)
{
    public static IReadOnlyList<ScoreLimitAnswer> Of(IReadOnlyList<ScoreLimit> limits) =>
        [.. limits.Select(limit => new ScoreLimitAnswer(limit.Reason, limit.Message))];
}
