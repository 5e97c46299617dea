using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Functions.Access;
using PersonalizationEngine.Functions.Personalization;

namespace PersonalizationEngine.Functions.Browsers;

public sealed class SitePersonalizeFunction(SiteGate gate, PersonalizeFunction personalize, RecommendFunction recommend)
{
    /// <summary>What the visitor of a page should see now.</summary>
    [Function("SitePersonalize")]
    public Task<IResult> PersonalizeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "options", Route = "site/v1/{siteKey}/personalize")] HttpRequest request,
        string siteKey,
        CancellationToken cancellationToken) => gate.AnswerPersonAsync(
        request, siteKey, caller => OwnQuery.Answer(request, caller, () => personalize.RunAsync(request, caller.UserId, cancellationToken)));

    /// <summary>Items for the visitor of a page.</summary>
    [Function("SiteRecommend")]
    public Task<IResult> RecommendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "options", Route = "site/v1/{siteKey}/recommend")] HttpRequest request,
        string siteKey,
        CancellationToken cancellationToken) => gate.AnswerPersonAsync(
        request, siteKey, caller => OwnQuery.Answer(request, caller, () => recommend.RunAsync(request, caller.UserId, cancellationToken)));
}
