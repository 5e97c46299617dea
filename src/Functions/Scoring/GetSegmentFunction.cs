using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;

namespace PersonalizationEngine.Functions.Scoring;

public sealed class GetSegmentFunction(PersonSnapshots snapshots, ScoringRules rules)
{
    /// <summary>How warm a person is, and what is missing to the next segment.</summary>
    [Function("GetSegment")]
    [Answers(StatusCodes.Status200OK, typeof(SegmentAnswer))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/segment/{userId}")] HttpRequest request,
        string userId,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var id = query.Id("user_id", userId);
        if (query.HasErrors) return query.Refusal;

        var served = await snapshots.GetAsync(id, cancellationToken);
        return new JsonAnswer<SegmentAnswer>(
            SegmentAnswer.Of(id, served, rules.Model.Thresholds), ApiJson.Default.SegmentAnswer);
    }
}
