using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Administration.Trying;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Rules.Trying;

public sealed class RuleFindingsFunction(FindRuleFaults find)
{
    /// <summary>Live rules that cannot do what they are there for.</summary>
    [Function("FindRuleFaults")]
    [Answers(StatusCodes.Status200OK, typeof(FindingsAnswer))]
    [QueryParameter("days", "Whoever was seen in the last days is tried.", Type = typeof(int), Minimum = 1, Maximum = FindRuleFaults.MaxDays, Default = FindRuleFaults.DefaultDays)]
    [QueryParameter("people", "Most people to try; 0 for none.", Type = typeof(int), Minimum = 0, Maximum = FindRuleFaults.MaxPeople, Default = FindRuleFaults.DefaultPeople)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/v1/admin/rules/findings")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var days = query.Integer("days", FindRuleFaults.DefaultDays, 1, FindRuleFaults.MaxDays);
        var people = query.Integer("people", FindRuleFaults.DefaultPeople, 0, FindRuleFaults.MaxPeople);
        if (query.HasErrors) return query.Refusal;

        var report = await find.RunAsync(TimeSpan.FromDays(days), people, cancellationToken);
        return new JsonAnswer<FindingsAnswer>(FindingsAnswer.Of(report), ApiJson.Default.FindingsAnswer);
    }
}
