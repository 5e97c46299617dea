using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;

namespace PersonalizationEngine.Functions.Personalization.Lists;

public sealed class RecommendSessionFunction(
    ShowShelf show, ItemConditions conditions, InteractionWeights weights, ItemCatalogue catalogue)
{
    private readonly SessionDocument _reader = new(conditions, weights);

    /// <summary>Items for somebody without an id, by what they did in this session; nothing of it is stored.</summary>
    [Function("RecommendSession")]
    [WithoutIdempotencyKey(WithoutIdempotencyKeyAttribute.ChangesNothing)]
    [Asks("SessionDocument")]
    [Answers(StatusCodes.Status200OK, typeof(ItemListAnswer))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/v1/recommend/session")] HttpRequest request,
        CancellationToken cancellationToken) => RequestDocument.AnswerAsync(
        request,
        async document =>
        {
            var asked = _reader.Read(document);
            if (!asked.Succeeded) return ProblemAnswer.Invalid(asked.Faults);
            var found = await show.RunAsync(RecommendationShelf.Personal, null, asked.Value, cancellationToken);
            return new JsonAnswer<ItemListAnswer>(
                ItemListAnswer.Of(found, asked.Value.CurrentItemId, catalogue), ApiJson.Default.ItemListAnswer);
        },
        cancellationToken);
}
