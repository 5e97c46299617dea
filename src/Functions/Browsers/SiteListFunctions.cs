using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Functions.Access;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;
using PersonalizationEngine.Functions.OpenApi.Writing;
using PersonalizationEngine.Functions.Personalization.Lists;

namespace PersonalizationEngine.Functions.Browsers;

/// <summary>Lists that need no person. With a person's token, what they have had already is left out.</summary>
public sealed class SiteListFunctions(SiteGate gate, ItemListFunctions lists, RecommendSessionFunction session)
{
    /// <summary>What goes with an item, on a page.</summary>
    [Function("SiteListSimilarItems")]
    [ProvedBy(SecuritySchemes.PersonToken, IsOptional = true)]
    [FromPage]
    [Answers(StatusCodes.Status200OK, typeof(ItemListAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [PathParameter("itemId", "An item.", MaxLength = PersonId.MaxLength, Example = "item-7")]
    [QueryParameter("cold_start", "Whether an unknown item is answered with what is popular.", Type = typeof(bool), Default = false)]
    [ListOptions]
    public Task<IResult> SimilarAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "options", Route = "site/v1/{siteKey}/items/{itemId}/similar")] HttpRequest request,
        string siteKey,
        string itemId,
        CancellationToken cancellationToken) => AnswerAsync(request, siteKey, () => lists.SimilarAsync(request, itemId, cancellationToken));

    /// <summary>What many met in the last days, on a page.</summary>
    [Function("SiteListTrendingItems")]
    [ProvedBy(SecuritySchemes.PersonToken, IsOptional = true)]
    [FromPage]
    [Answers(StatusCodes.Status200OK, typeof(ItemListAnswer))]
    [ListOptions]
    public Task<IResult> TrendingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "options", Route = "site/v1/{siteKey}/trending")] HttpRequest request,
        string siteKey,
        CancellationToken cancellationToken) => AnswerAsync(request, siteKey, () => lists.TrendingAsync(request, cancellationToken));

    /// <summary>What many met, on a page.</summary>
    [Function("SiteListPopularItems")]
    [ProvedBy(SecuritySchemes.PersonToken, IsOptional = true)]
    [FromPage]
    [Answers(StatusCodes.Status200OK, typeof(ItemListAnswer))]
    [ListOptions]
    public Task<IResult> PopularAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "options", Route = "site/v1/{siteKey}/popular")] HttpRequest request,
        string siteKey,
        CancellationToken cancellationToken) => AnswerAsync(request, siteKey, () => lists.PopularAsync(request, cancellationToken));

    /// <summary>Items by what somebody did in this session, on a page; nothing of it is stored.</summary>
    [Function("SiteRecommendSession")]
    [WithoutIdempotencyKey(WithoutIdempotencyKeyAttribute.ChangesNothing)]
    [ProvedBy(SecuritySchemes.PersonToken, IsOptional = true)]
    [FromPage]
    [Asks("SessionDocument")]
    [Answers(StatusCodes.Status200OK, typeof(ItemListAnswer))]
    public Task<IResult> SessionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "options", Route = "site/v1/{siteKey}/recommend/session")] HttpRequest request,
        string siteKey,
        CancellationToken cancellationToken) => AnswerAsync(request, siteKey, () => session.RunAsync(request, cancellationToken));

    private Task<IResult> AnswerAsync(HttpRequest request, string siteKey, Func<Task<IResult>> answer) =>
        gate.AnswerAsync(request, siteKey, caller => OwnQuery.Answer(request, caller, answer));
}
