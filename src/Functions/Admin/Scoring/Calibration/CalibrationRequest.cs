using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Scoring.Calibration;
using PersonalizationEngine.Engine.Scoring.Calibration;
using PersonalizationEngine.Engine.Scoring.Quality;

namespace PersonalizationEngine.Functions.Admin.Scoring.Calibration;

/// <summary>Reads what a model is to be learnt from.</summary>
internal static class CalibrationRequest
{
    private const int MostAttributes = 20, LongestAttribute = 100;

    private static readonly string[] Bases = ["events", "stored"], Curves = ["auto", "platt", "isotonic"];

    private static readonly string[] Attributes = ["country", "language", "company", "job_title", "timezone", "preferred_channel"];

    public static CalibrationQuestion Read(DocumentReader reader, DateTimeOffset now)
    {
        reader.RefuseUnknown(
            "model", "basis", "from", "to", "every_days", "age_days", "horizon_days", "recent_days", "goal", "held_out", "penalty", "curve",
            "attributes", "save", "comment");
        var model = reader.Text("model", 64);
        var isStored = reader.OneOf("basis", Bases) == "stored";
        if (isStored && model is not null) reader.Fault("basis", "must be events where a model is named: stored scores are those of the settings");
        var options = new LearningOptions(
            reader.Number("penalty", 0.0001, 10_000) ?? LearningOptions.Default.Penalty,
            (CurveKind)Math.Max(0, Array.IndexOf(Curves, reader.OneOf("curve", Curves) ?? "auto")),
            QualityReport.Target);
        return new CalibrationQuestion(
            Looks(reader, isStored, now), reader.Number("held_out", 0.1, 0.5) ?? CalibrationQuestion.DefaultHeldOut, options, Paths(reader), model);
    }

    private static QualityQuestion Looks(DocumentReader reader, bool isStored, DateTimeOffset now)
    {
        var usual = QualityQuestion.Default;
        var (from, until) = (reader.Instant("from"), reader.Instant("to"));
        if (from >= (until ?? now)) reader.Fault("from", until is null ? "must lie in the past" : "must lie before to");
        else if (from is { } start && (until ?? now) - start > QualityQuestion.Longest)
            reader.Fault("from", $"must lie at most {QualityQuestion.Longest.Days} days before to, which is now unless it is given");
        return new QualityQuestion(
            isStored ? ScoreBasis.Stored : ScoreBasis.Events, from, until, Days(reader, "every_days", 90) ?? usual.Every, Days(reader, "age_days", 365),
            Days(reader, "horizon_days", 365) ?? usual.Horizon, Days(reader, "recent_days", 365) ?? usual.Recent, reader.Text("goal", 100));
    }

    private static TimeSpan? Days(DocumentReader reader, string name, int max) =>
        reader.Integer(name, 1, max) is { } days ? TimeSpan.FromDays(days) : null;

    private static IReadOnlyList<string> Paths(DocumentReader reader)
    {
        var paths = reader.Texts("attributes", MostAttributes, LongestAttribute) ?? [];
        if (paths.Any(path => !Attributes.Contains(path, StringComparer.Ordinal) && !IsTrait(path)))
            reader.Fault("attributes", $"must be names of the profile: {string.Join(", ", Attributes)}, or traits.… with one name behind it");
        return [.. paths.Distinct(StringComparer.Ordinal)];
    }

    private static bool IsTrait(string path) =>
        path.StartsWith("traits.", StringComparison.Ordinal) && path.Length > "traits.".Length && path.Count(character => character == '.') == 1;
}
