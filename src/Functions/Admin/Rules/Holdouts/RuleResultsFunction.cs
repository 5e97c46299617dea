using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Administration.Holdouts;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Rules.Holdouts;

[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
public sealed class RuleResultsFunction(MeasureRule measure)
{
    private const int DefaultDays = 90, MaxDays = 400;

    /// <summary>What a rule is worth, by those who were held out of it.</summary>
    [Function("ReportRuleResults")]
    [Answers(StatusCodes.Status200OK, typeof(RuleResultsAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [QueryParameter("days", "How far back to look.", Type = typeof(int), Minimum = 1, Maximum = MaxDays, Default = DefaultDays)]
    [QueryParameter("goal", "The goal to count; every goal without it.", MaxLength = 100, Example = "order")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/v1/admin/rules/{id}/results")] HttpRequest request, string id,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var number = query.Number("id", id);
        var days = query.Integer("days", DefaultDays, 1, MaxDays);
        var goal = query.Text("goal", 100);
        if (query.HasErrors) return query.Refusal;

        return await measure.RunAsync(number, TimeSpan.FromDays(days), goal, cancellationToken) is { } results
            ? new JsonAnswer<RuleResultsAnswer>(RuleResultsAnswer.Of(results), ApiJson.Default.RuleResultsAnswer)
            : ProblemAnswer.NotFound("Nothing has this id.");
    }
}
