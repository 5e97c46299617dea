using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Delivery.Inbox;

/// <summary>What waits for people on the website or in the app, for the customer's own servers.</summary>
[PathParameter("userId", "A person, by any id of theirs.", MaxLength = PersonId.MaxLength, Example = "u-42")]
public sealed class InboxFunctions(InboxEndpoint inbox)
{
    private const string Route = "api/v1/inbox/{userId}";

    /// <summary>The messages that wait for somebody, the newest first.</summary>
    [Function("ReadInbox")]
    [Answers(StatusCodes.Status200OK, typeof(InboxAnswer))]
    [QueryParameter("unread", "Whether to leave out what was read.", Type = typeof(bool), Default = false)]
    [Paged]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Route)] HttpRequest request, string userId, CancellationToken cancellationToken) =>
        inbox.ListAsync(request, userId, cancellationToken);

    /// <summary>Somebody has read a message. Its delivery counts as opened.</summary>
    [Function("ReadInboxMessage")]
    [AsksNothing]
    [Answers(StatusCodes.Status200OK, typeof(UnreadAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [PathParameter("messageId", "A message.", MaxLength = InboxEndpoint.MaxMessageId, Example = "msg_1f8a")]
    public Task<IResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route + "/{messageId}/read")] HttpRequest request, string userId, string messageId,
        CancellationToken cancellationToken) => inbox.MarkAsync(request, userId, messageId, dismissed: false, cancellationToken);

    /// <summary>Somebody does not want to see a message again.</summary>
    [Function("DismissInboxMessage")]
    [AsksNothing]
    [Answers(StatusCodes.Status200OK, typeof(UnreadAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [PathParameter("messageId", "A message.", MaxLength = InboxEndpoint.MaxMessageId, Example = "msg_1f8a")]
    public Task<IResult> DismissAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route + "/{messageId}/dismiss")] HttpRequest request, string userId, string messageId,
        CancellationToken cancellationToken) => inbox.MarkAsync(request, userId, messageId, dismissed: true, cancellationToken);

    /// <summary>Somebody has read everything there is.</summary>
    [Function("ReadAllInboxMessages")]
    [AsksNothing]
    [Answers(StatusCodes.Status200OK, typeof(UnreadAnswer))]
    public Task<IResult> ReadAllAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route + "/read")] HttpRequest request, string userId, CancellationToken cancellationToken) =>
        inbox.MarkAllAsync(request, userId, cancellationToken);
}
