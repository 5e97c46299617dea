using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Metrics;

public sealed class RecommendationMetricsFunction(ReportClickThrough report, CompareWithPopular comparison)
{
    private const int DefaultHours = 30 * 24, MaxHours = 400 * 24;

    /// <summary>Click-through by slot, source and variant over the last hours, and personal lists beside the popular one.</summary>
    [Function("ReportRecommendationMetrics")]
    [Answers(StatusCodes.Status200OK, typeof(MetricsAnswer))]
    [QueryParameter("hours", "How far back to look.", Type = typeof(int), Minimum = 1, Maximum = MaxHours, Default = DefaultHours)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/v1/admin/metrics/recommendations")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var hours = query.Integer("hours", DefaultHours, 1, MaxHours);
        if (query.HasErrors) return query.Refusal;

        var window = TimeSpan.FromHours(hours);
        var metrics = await report.RunAsync(window, cancellationToken);
        var compared = await comparison.RunAsync(window, cancellationToken);
        return new JsonAnswer<MetricsAnswer>(MetricsAnswer.Of(metrics, compared), ApiJson.Default.MetricsAnswer);
    }
}
