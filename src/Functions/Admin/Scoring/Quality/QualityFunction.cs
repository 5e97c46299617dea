using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Scoring.Quality;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Admin.Scoring.Quality;

public sealed class QualityFunction(ReportQuality report, TimeProvider time)
{
    /// <summary>How good scores were, by who converted after them.</summary>
    [Function("ReportScoringQuality")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/v1/admin/scoring/quality")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var question = QualityParameters.Read(query, time.GetUtcNow());
        var by = QualityParameters.ReadPeriod(query);
        if (query.HasErrors) return query.Refusal;

        var quality = await report.RunAsync(question, by, cancellationToken);
        return new JsonAnswer<QualityAnswer>(QualityAnswer.Of(quality), ApiJson.Default.QualityAnswer);
    }
}
