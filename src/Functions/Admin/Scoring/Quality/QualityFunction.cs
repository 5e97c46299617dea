using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Scoring.Quality;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Scoring.Quality;

public sealed class QualityFunction(ReportQuality report, TimeProvider time)
{
    /// <summary>How good scores were, by who converted after them.</summary>
    [Function("ReportScoringQuality")]
    [Answers(StatusCodes.Status200OK, typeof(QualityAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [QueryParameter("basis", "Scores as they were stored, or made again from events.", Choices = ["stored", "events"], Default = "stored")]
    [QueryParameter("model", "The key of the model to judge; the score of the settings without it. Needs basis=events.", MaxLength = 64, Example = "b2b")]
    [QueryParameter("from", "Scores from then on; a date will do.", MaxLength = 40, Example = "2026-05-14T09:30:00Z")]
    [QueryParameter("to", "Scores before then; now without it.", MaxLength = 40, Example = "2026-05-14T09:30:00Z")]
    [QueryParameter("every_days", "How often a person is looked at.", Type = typeof(int), Minimum = 1, Maximum = 90)]
    [QueryParameter("age_days", "How old a score may be.", Type = typeof(int), Minimum = 1, Maximum = 365)]
    [QueryParameter("horizon_days", "How long after it a conversion counts.", Type = typeof(int), Minimum = 1, Maximum = 365)]
    [QueryParameter("recent_days", "Whoever was seen that lately is looked at.", Type = typeof(int), Minimum = 1, Maximum = 365)]
    [QueryParameter("goal", "The goal to count; every goal without it.", MaxLength = 100, Example = "order")]
    [QueryParameter("by", "The periods it is told by.", Choices = ["day", "week", "month"], Default = "week")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/v1/admin/scoring/quality")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var question = QualityParameters.Read(query, time.GetUtcNow());
        var by = QualityParameters.ReadPeriod(query);
        if (query.HasErrors) return query.Refusal;

        var quality = await report.RunAsync(question, by, cancellationToken);
        return quality is null
            ? ProblemAnswer.NotFound("No model has this key.")
            : new JsonAnswer<QualityAnswer>(QualityAnswer.Of(quality), ApiJson.Default.QualityAnswer);
    }
}
