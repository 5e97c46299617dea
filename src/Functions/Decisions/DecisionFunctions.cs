using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Decisions.Attribution;
using PersonalizationEngine.Engine.Decisions;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Decisions;

/// <summary>Decisions of the past: why they were what they were, and whether they would be the same again.</summary>
[PathParameter("decisionId", "The decision_id of an answer.", MaxLength = DecisionIds.MaxLength)]
public sealed class DecisionFunctions(TellDecision tell, PlaybookKeeper playbooks)
{
    private const string RouteOfOne = "api/v1/decisions/{decisionId}";

    /// <summary>The whole receipt; of a decision that was not kept, what its id says.</summary>
    [Function("GetDecision")]
    [Answers(StatusCodes.Status200OK, typeof(DecisionAnswer))]
    [Answers(StatusCodes.Status200OK, typeof(UnkeptDecisionAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = RouteOfOne)] HttpRequest request, string decisionId, CancellationToken cancellationToken) =>
        AnswerAsync(
            request,
            decisionId,
            whole => new JsonAnswer<DecisionAnswer>(DecisionAnswer.Of(decisionId, whole), ApiJson.Default.DecisionAnswer),
            unkept => new JsonAnswer<UnkeptDecisionAnswer>(
                UnkeptDecisionAnswer.Of(decisionId, unkept, playbooks.Current), ApiJson.Default.UnkeptDecisionAnswer),
            cancellationToken);

    /// <summary>The decision made again, by what it was decided on and the stored versions of what it was decided by.</summary>
    [Function("ReplayDecision")]
    [Answers(StatusCodes.Status200OK, typeof(DecisionReplayAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> ReplayAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = RouteOfOne + "/replay")] HttpRequest request, string decisionId, CancellationToken cancellationToken) =>
        AnswerAsync(
            request,
            decisionId,
            whole => new JsonAnswer<DecisionReplayAnswer>(DecisionReplayAnswer.Of(decisionId, whole), ApiJson.Default.DecisionReplayAnswer),
            unkept => ProblemAnswer.NotFound($"The receipt of this decision is not kept, so it cannot be made again. {unkept.Because}"),
            cancellationToken);

    private async Task<IResult> AnswerAsync(
        HttpRequest request, string decisionId, Func<ToldDecision.Whole, IResult> whole, Func<ToldDecision.NotKept, IResult> unkept,
        CancellationToken cancellationToken) => await tell.RunAsync(decisionId, cancellationToken) switch
        {
            ToldDecision.Whole told => whole(told),
            ToldDecision.NotKept told => unkept(told),
            _ => ProblemAnswer.NotFound("No decision of this engine has this id."),
        };
}
