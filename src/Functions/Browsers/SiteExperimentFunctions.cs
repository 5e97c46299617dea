using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Functions.Access;
using PersonalizationEngine.Functions.Experiments;

namespace PersonalizationEngine.Functions.Browsers;

/// <summary>Where the visitor of a page stands in experiments; asking exposes them to nothing.</summary>
public sealed class SiteExperimentFunctions(SiteGate gate, ReadAssignmentFunction assignments)
{
    /// <summary>The variant of every experiment, on a page.</summary>
    [Function("SiteReadAssignments")]
    public Task<IResult> ReadAllAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "options", Route = "site/v1/{siteKey}/experiments/assignments")] HttpRequest request,
        string siteKey,
        CancellationToken cancellationToken) => gate.AnswerPersonAsync(
        request, siteKey, caller => OwnQuery.Answer(request, caller, () => assignments.ReadAllAsync(request, cancellationToken)));

    /// <summary>The variant of one experiment, on a page.</summary>
    [Function("SiteReadAssignment")]
    public Task<IResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "options", Route = "site/v1/{siteKey}/experiments/{key}/assignment")] HttpRequest request,
        string siteKey,
        string key,
        CancellationToken cancellationToken) => gate.AnswerPersonAsync(
        request, siteKey, caller => OwnQuery.Answer(request, caller, () => assignments.RunAsync(request, key, cancellationToken)));
}
