using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Statistics.Comparisons;
using PersonalizationEngine.Engine.Experiments.Results;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Experiments.Results;

[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
public sealed class ResultsFunction(ReportResults report)
{
    /// <summary>What an experiment has shown so far.</summary>
    [Function("ReportExperimentResults")]
    [Answers(StatusCodes.Status200OK, typeof(ResultsAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [QueryParameter("method", "Sequential intervals hold whenever one looks; fixed ones only once.", Choices = ["sequential", "fixed"], Default = "sequential")]
    [QueryParameter("alpha", "The chance of finding something where there is nothing.", Type = typeof(double), Minimum = 0.0001, Maximum = 0.2, Default = ResultQuestion.DefaultAlpha)]
    [QueryParameter("tightest_at", "How many people sequential intervals are tightest at.", Type = typeof(int), Minimum = 100, Maximum = 10_000_000, Default = (int)SequentialTest.DefaultTightestAt)]
    [QueryParameter("covariate_days", "Days before the experiment that outcomes are adjusted by.", Type = typeof(int), Minimum = 0, Maximum = 90)]
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
