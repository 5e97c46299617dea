using System.Globalization;
using PersonalizationEngine.Core.Scoring.Models.Documents;
using PersonalizationEngine.Engine.Scoring.Quality;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Admin.Scoring.Quality;

/// <summary>Reads which scores are to be judged, and by what.</summary>
internal static class QualityParameters
{
    private const string AnInstant = "must be a date (2026-05-14) or an instant with an offset (2026-05-14T09:30:00Z)";

    private const int LongestKey = 64;

    public static QualityQuestion Read(QueryReader query, DateTimeOffset now)
    {
        var usual = QualityQuestion.Default;
        var basis = query.OneOf("basis", "stored", "stored", "events") == "events" ? ScoreBasis.Events : ScoreBasis.Stored;
        var (from, until) = (Instant(query, "from"), Instant(query, "to"));
        if (from >= (until ?? now)) query.Fault("from", until is null ? "must lie in the past" : "must lie before to");
        else if (from is { } start && (until ?? now) - start > QualityQuestion.Longest)
            query.Fault("from", $"must lie at most {QualityQuestion.Longest.Days} days before to, which is now unless it is given");
        var model = query.Text("model", LongestKey) is { } key && key != LeadModelDocument.PlainKey ? key : null;
        if (model is not null && basis == ScoreBasis.Stored) query.Fault("basis", "must be events with a model: only scores of the settings are stored for every instant");
        return new QualityQuestion(
            basis, from, until, Days(query, "every_days", usual.Every.Days, 90), query.Has("age_days") ? Days(query, "age_days", 7, 365) : null,
            Days(query, "horizon_days", usual.Horizon.Days, 365), Days(query, "recent_days", usual.Recent.Days, 365), query.Text("goal", 100))
        {
            Model = model,
        };
    }

    public static QualityPeriod ReadPeriod(QueryReader query) => query.OneOf("by", "week", "day", "week", "month") switch
    {
        "day" => QualityPeriod.Day,
        "month" => QualityPeriod.Month,
        _ => QualityPeriod.Week,
    };

    private static TimeSpan Days(QueryReader query, string name, int fallback, int max) => TimeSpan.FromDays(query.Integer(name, fallback, 1, max));

    private static DateTimeOffset? Instant(QueryReader query, string name)
    {
        if (!query.Has(name)) return null;
        var text = query.Text(name, 40) ?? "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        // Without an offset nobody could say which instant is meant; a plus that was not escaped arrives as a space.
        if (text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10))
            return instant.ToUniversalTime();
        query.Fault(name, AnInstant);
        return null;
    }
}
