namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>Which scores are judged, and by what.</summary>
/// <param name="From">Of the looks; null for as far back as anything is known, 26 weeks at most.</param>
/// <param name="Until">No look lies at it or later; null for now.</param>
/// <param name="Every">From one look to the next.</param>
/// <param name="Age">When given, people are looked at only once: so long after they were first seen.</param>
/// <param name="Horizon">A conversion counts when it comes later than the look, and at most so much later.</param>
/// <param name="Recent">Who did nothing for longer before a look is not looked at; of stored scores: whose score did not change.</param>
/// <param name="Goal">Of the conversion; null for any.</param>
public sealed record QualityQuestion(
    ScoreBasis Basis,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    TimeSpan Every,
    TimeSpan? Age,
    TimeSpan Horizon,
    TimeSpan Recent,
    string? Goal)
{
    /// <summary>The key of the model to judge, by what happened, in place of the score of the settings.</summary>
    public string? Model { get; init; }

    public static QualityQuestion Default { get; } = new(
        ScoreBasis.Stored, null, null, TimeSpan.FromDays(7), null, TimeSpan.FromDays(30), TimeSpan.FromDays(30), null);

    public static readonly TimeSpan Longest = TimeSpan.FromDays(400), Usual = TimeSpan.FromDays(26 * 7);
}
