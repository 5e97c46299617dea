namespace PersonalizationEngine.Engine.Scoring.Models;

/// <summary>What keeps a score from being exactly that of the instant asked for.</summary>
/// <param name="Reason">One of the constants.</param>
/// <param name="Message">The same for people.</param>
public sealed record ScoreLimit(string Reason, string Message)
{
    public static ScoreLimit ProfileOfToday { get; } = new(
        "profile_of_today", "Fit is that of the profile as it is stored now: how it was at that instant is not kept.");

    public static ScoreLimit FactorsOfNow { get; } = new(
        "factors_of_now", "Factors are those of now: the web analytics system tells counts, from which no other instant can be told.");

    public static ScoreLimit ActsOnlyCounted { get; } = new(
        "acts_only_counted", "Page views that the web analytics system has only counted are in factors, not among single acts.");

    public static ScoreLimit ActsForgotten { get; } = new(
        "acts_forgotten", "Some acts of the time that matters are older than events are kept.");

    public static ScoreLimit FutureNotFollowed { get; } = new(
        "future_not_followed", "Factors change by themselves too often, or cannot be told ahead: what is said of the future ends with known_until.");
}
