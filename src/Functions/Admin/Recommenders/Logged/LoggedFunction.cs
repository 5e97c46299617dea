using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Recommendations.Judging;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Recommenders.Logged;

public sealed class LoggedFunction(JudgeExploration judge)
{
    private const int DefaultHours = 30 * 24, MaxHours = 400 * 24;

    /// <summary>How often exploration places were clicked, and would have been had something else chosen what they show.</summary>
    [Function("JudgeLoggedRecommendations")]
    [Answers(StatusCodes.Status200OK, typeof(LoggedAnswer))]
    [QueryParameter("hours", "How far back to look.", Type = typeof(int), Minimum = 1, Maximum = MaxHours, Default = DefaultHours)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/v1/admin/recommenders/logged")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var hours = query.Integer("hours", DefaultHours, 1, MaxHours);
        if (query.HasErrors) return query.Refusal;

        var report = await judge.RunAsync(TimeSpan.FromHours(hours), cancellationToken);
        return new JsonAnswer<LoggedAnswer>(LoggedAnswer.Of(report), ApiJson.Default.LoggedAnswer);
    }
}
