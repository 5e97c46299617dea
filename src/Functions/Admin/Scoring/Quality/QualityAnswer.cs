using PersonalizationEngine.Core.Scoring.Models.Documents;
using PersonalizationEngine.Engine.Scoring.Quality;

namespace PersonalizationEngine.Functions.Admin.Scoring.Quality;

/// <param name="Until">Looks lie before it: what was asked for, but never so late that the horizon is not over yet.</param>
/// <param name="Basis"><c>stored</c> or <c>events</c>.</param>
/// <param name="Model">The key of the model that is judged; <c>default</c> for the score of the settings.</param>
/// <param name="AgeDays">Null where people are looked at regularly.</param>
/// <param name="RestsOn">In a sentence: how many people, looks and conversions.</param>
/// <param name="Total">All looks.</param>
/// <param name="Probabilities">Null while there is too little for a split in time.</param>
/// <param name="Periods">By day, week or month of the look, in UTC.</param>
internal sealed record QualityAnswer(
    DateTimeOffset From,
    DateTimeOffset Until,
    string Basis,
    string Model,
    double? EveryDays,
    double? AgeDays,
    double HorizonDays,
    double RecentDays,
    string? Goal,
    string RestsOn,
    TargetAnswer Target,
    GroupQualityAnswer Total,
    OutOfTimeAnswer OutOfTime,
    ProbabilitiesAnswer? Probabilities,
    IReadOnlyList<PeriodAnswer> Periods)
{
    public static QualityAnswer Of(QualityReport report)
    {
        var question = report.Plan.Question;
        return new QualityAnswer(
            report.Plan.From,
            report.Plan.Until,
            question.Basis == ScoreBasis.Stored ? "stored" : "events",
            question.Model ?? LeadModelDocument.PlainKey,
            question.Age is null ? question.Every.TotalDays : null,
            question.Age?.TotalDays,
            question.Horizon.TotalDays,
            question.Recent.TotalDays,
            question.Goal,
            QualityWording.RestsOn(report),
            TargetAnswer.Of(report),
            GroupQualityAnswer.Of(report.All),
            new OutOfTimeAnswer(report.Plan.Split, GroupQualityAnswer.Of(report.Earlier), GroupQualityAnswer.Of(report.Later)),
            report.Probabilities is { } said ? ProbabilitiesAnswer.Of(said) : null,
            [.. report.Periods.Select(period => new PeriodAnswer(period.From, GroupQualityAnswer.Of(period.Quality)))]);
    }
}
