using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Statistics.Comparisons;
using PersonalizationEngine.Engine.Experiments.Results;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Admin.Experiments.Results;

public sealed class ResultsFunction(ReportResults report)
{
    /// <summary>What an experiment has shown so far.</summary>
    [Function("ReportExperimentResults")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/v1/admin/experiments/{id}/results")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var number = query.Number("id", id);
        var method = query.OneOf("method", "sequential", "sequential", "fixed") == "fixed" ? ResultMethod.Fixed : ResultMethod.Sequential;
        var alpha = query.Decimal("alpha", ResultQuestion.DefaultAlpha, 0.0001, 0.2);
        var tightestAt = query.Integer("tightest_at", (int)SequentialTest.DefaultTightestAt, 100, 10_000_000);
        var days = query.Integer("covariate_days", ResultQuestion.DefaultBefore.Days, 0, 90);
        if (query.HasErrors) return query.Refusal;

        var results = await report.RunAsync(
            number, new ResultQuestion(method, alpha, tightestAt, TimeSpan.FromDays(days), null), cancellationToken);
        return results is null
            ? ProblemAnswer.NotFound("Nothing has this id.")
            : new JsonAnswer<ResultsAnswer>(ResultsAnswer.Of(results), ApiJson.Default.ResultsAnswer);
    }
}
