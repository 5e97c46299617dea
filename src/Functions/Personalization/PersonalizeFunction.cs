using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Personalization;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Personalization;

public sealed class PersonalizeFunction(PersonalizeVisitor personalize, ItemCatalogue catalogue, TesterParameters testers)
{
    private const int MaxSlots = 32, MaxSlotLength = 64, MaxExperiments = 100, DefaultLimit = 10;

    /// <summary>What this person should see now, and why.</summary>
    [Function("Personalize")]
    [Answers(StatusCodes.Status200OK, typeof(PersonalizeAnswer))]
    [PersonalizeOptions]
    [QueryParameter("explain", "Whether to tell why each rule won or did not.", Type = typeof(bool), Default = false)]
    [QueryParameter("receipt", "Whether to keep the receipt of the decision, and to wait until it is stored.", Type = typeof(bool), Default = false)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/personalize/{userId}")] HttpRequest request,
        string userId,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var id = query.Id("user_id", userId);
        var slots = query.List("slots", MaxSlots, MaxSlotLength);
        var limit = query.Integer("limit", DefaultLimit, 0, PersonLoader.MaxCandidates);
        var explain = query.Flag("explain");
        var receipt = query.Flag("receipt");
        var context = ContextParameters.Read(request.Query, query);
        var experiments = query.List("experiments", MaxExperiments, MaxSlotLength);
        var forced = testers.Read(request, query, out var refusal);
        if (query.HasErrors) return query.Refusal;
        if (refusal is not null) return refusal;

        var question = new VisitorQuestion(id, slots, limit, context, explain)
        {
            Experiments = experiments,
            Forced = forced,
            KeepsReceipt = receipt,
        };
        var answer = await personalize.RunAsync(question, cancellationToken);
        return new JsonAnswer<PersonalizeAnswer>(PersonalizeAnswer.Of(answer, catalogue), ApiJson.Default.PersonalizeAnswer);
    }
}
