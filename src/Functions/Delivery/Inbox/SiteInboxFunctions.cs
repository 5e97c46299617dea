using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Functions.Access;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;
using PersonalizationEngine.Functions.OpenApi.Writing;

namespace PersonalizationEngine.Functions.Delivery.Inbox;

/// <summary>What waits for the visitor of a page, for the page itself.</summary>
public sealed class SiteInboxFunctions(SiteGate gate, InboxEndpoint inbox)
{
    private const string Route = "site/v1/{siteKey}/inbox";

    /// <summary>The messages that wait for the visitor of a page, the newest first.</summary>
    [Function("SiteReadInbox")]
    [ProvedBy(SecuritySchemes.PersonToken)]
    [FromPage]
    [Answers(StatusCodes.Status200OK, typeof(InboxAnswer))]
    [QueryParameter("unread", "Whether to leave out what was read.", Type = typeof(bool), Default = false)]
    [Paged]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "options", Route = Route)] HttpRequest request, string siteKey, CancellationToken cancellationToken) =>
        gate.AnswerPersonAsync(request, siteKey, caller => OwnQuery.Answer(request, caller, () => inbox.ListAsync(request, caller.UserId, cancellationToken)));

    /// <summary>The visitor has read a message. Its delivery counts as opened.</summary>
    [Function("SiteReadInboxMessage")]
    [ProvedBy(SecuritySchemes.PersonToken)]
    [FromPage]
    [AsksNothing]
    [Answers(StatusCodes.Status200OK, typeof(UnreadAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [PathParameter("messageId", "A message.", MaxLength = InboxEndpoint.MaxMessageId, Example = "msg_1f8a")]
    public Task<IResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "options", Route = Route + "/{messageId}/read")] HttpRequest request, string siteKey, string messageId,
        CancellationToken cancellationToken) => MarkAsync(request, siteKey, messageId, dismissed: false, cancellationToken);

    /// <summary>The visitor does not want to see a message again.</summary>
    [Function("SiteDismissInboxMessage")]
    [ProvedBy(SecuritySchemes.PersonToken)]
    [FromPage]
    [AsksNothing]
    [Answers(StatusCodes.Status200OK, typeof(UnreadAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [PathParameter("messageId", "A message.", MaxLength = InboxEndpoint.MaxMessageId, Example = "msg_1f8a")]
    public Task<IResult> DismissAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "options", Route = Route + "/{messageId}/dismiss")] HttpRequest request, string siteKey, string messageId,
        CancellationToken cancellationToken) => MarkAsync(request, siteKey, messageId, dismissed: true, cancellationToken);

    /// <summary>The visitor has read everything there is.</summary>
    [Function("SiteReadAllInboxMessages")]
    [ProvedBy(SecuritySchemes.PersonToken)]
    [FromPage]
    [AsksNothing]
    [Answers(StatusCodes.Status200OK, typeof(UnreadAnswer))]
    public Task<IResult> ReadAllAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "options", Route = Route + "/read")] HttpRequest request, string siteKey, CancellationToken cancellationToken) =>
        gate.AnswerPersonAsync(request, siteKey, caller => OwnQuery.Answer(request, caller, () => inbox.MarkAllAsync(request, caller.UserId, cancellationToken)));

    private Task<IResult> MarkAsync(HttpRequest request, string siteKey, string messageId, bool dismissed, CancellationToken cancellationToken) => gate.AnswerPersonAsync(
        request,
        siteKey,
        caller => OwnQuery.Answer(request, caller, () => inbox.MarkAsync(request, caller.UserId, messageId, dismissed, cancellationToken)));
}
