using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Preferences;
using PersonalizationEngine.Functions.Access;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;
using PersonalizationEngine.Functions.OpenApi.Writing;

namespace PersonalizationEngine.Functions.Delivery.Preferences;

/// <summary>What somebody wants to get, for the customer's own pages.</summary>
public sealed class PreferenceFunctions(ChoosePreferences choose, SiteGate gate)
{
    private const string Route = "api/v1/people/{userId}/preferences", SiteRoute = "site/v1/{siteKey}/preferences";

    /// <summary>The channels and topics somebody wants.</summary>
    [Function("ReadPreferences")]
    [Answers(StatusCodes.Status200OK, typeof(PreferencesAnswer))]
    [PathParameter("userId", "A person, by any id of theirs.", MaxLength = PersonId.MaxLength, Example = "u-42")]
    public async Task<IResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Route)] HttpRequest request, string userId, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var user = query.Id("user_id", userId);
        return query.HasErrors ? query.Refusal : await AnswerAsync(user, cancellationToken);
    }

    /// <summary>Takes what somebody says of channels and topics; what is not said stays.</summary>
    [Function("SavePreferences")]
    [Asks("PreferencesDocument")]
    [Answers(StatusCodes.Status200OK, typeof(PreferencesAnswer))]
    [PathParameter("userId", "A person, by any id of theirs.", MaxLength = PersonId.MaxLength, Example = "u-42")]
    public async Task<IResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = Route)] HttpRequest request, string userId, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var user = query.Id("user_id", userId);
        return query.HasErrors ? query.Refusal : await TakeAsync(request, user, cancellationToken);
    }

    /// <summary>The channels and topics the visitor wants, from a page.</summary>
    [Function("SiteReadPreferences")]
    [ProvedBy(SecuritySchemes.PersonToken)]
    [FromPage]
    [Answers(StatusCodes.Status200OK, typeof(PreferencesAnswer))]
    public Task<IResult> SiteReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "options", Route = SiteRoute)] HttpRequest request, string siteKey, CancellationToken cancellationToken) =>
        gate.AnswerPersonAsync(request, siteKey, caller => AnswerAsync(caller.UserId, cancellationToken));

    /// <summary>Takes what the visitor says of channels and topics, from a page; what is not said stays.</summary>
    [Function("SiteSavePreferences")]
    [ProvedBy(SecuritySchemes.PersonToken)]
    [FromPage]
    [Asks("PreferencesDocument")]
    [Answers(StatusCodes.Status200OK, typeof(PreferencesAnswer))]
    public Task<IResult> SiteSaveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = SiteRoute)] HttpRequest request, string siteKey, CancellationToken cancellationToken) =>
        gate.AnswerPersonAsync(request, siteKey, caller => TakeAsync(request, caller.UserId, cancellationToken));

    private async Task<IResult> AnswerAsync(string user, CancellationToken cancellationToken) =>
        new JsonAnswer<PreferencesAnswer>(PreferencesAnswer.Of(await choose.ReadAsync(user, cancellationToken)), ApiJson.Default.PreferencesAnswer);

    private Task<IResult> TakeAsync(HttpRequest request, string user, CancellationToken cancellationToken) => RequestDocument.AnswerAsync(
        request,
        async document =>
        {
            var reader = new DocumentReader(document);
            var change = choose.Read(reader);
            if (reader.Faults.Count > 0) return ProblemAnswer.Invalid(reader.Faults);
            return new JsonAnswer<PreferencesAnswer>(
                PreferencesAnswer.Of(await choose.SaveAsync(user, change, cancellationToken)), ApiJson.Default.PreferencesAnswer);
        },
        cancellationToken);
}
