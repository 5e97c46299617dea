using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Engine.Delivery.Inbox;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Delivery.Inbox;

/// <summary>Answers about an inbox, whoever asks: a server for anybody, a page for its visitor.</summary>
public sealed class InboxEndpoint(ReadInbox read, MarkInbox mark)
{
    public const int DefaultPage = 50, MaxPage = 200, MaxMessageId = 40;

    internal async Task<IResult> ListAsync(HttpRequest request, string userId, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var user = query.Id("user_id", userId);
        var unread = query.Flag("unread");
        var limit = query.Integer("limit", DefaultPage, 1, MaxPage);
        var before = Cursor.Read(query);
        if (query.HasErrors) return query.Refusal;
        var found = await read.RunAsync(user, new InboxQuestion(unread, before == 0 ? null : before, limit + 1), cancellationToken);
        return new JsonAnswer<InboxAnswer>(InboxAnswer.Of(found, limit), ApiJson.Default.InboxAnswer);
    }

    internal async Task<IResult> MarkAsync(HttpRequest request, string userId, string messageId, bool dismissed, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var user = query.Id("user_id", userId);
        if (messageId.Length > MaxMessageId) query.Fault("message_id", $"must be 1 to {MaxMessageId} characters");
        if (query.HasErrors) return query.Refusal;
        return await mark.OneAsync(user, messageId, dismissed, cancellationToken) is { } unread
            ? Answer(unread)
            : ProblemAnswer.NotFound("There is no such message in this person's inbox.");
    }

    internal async Task<IResult> MarkAllAsync(HttpRequest request, string userId, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var user = query.Id("user_id", userId);
        return query.HasErrors ? query.Refusal : Answer(await mark.AllAsync(user, cancellationToken));
    }

    private static JsonAnswer<UnreadAnswer> Answer(int unread) => new(new UnreadAnswer(unread), ApiJson.Default.UnreadAnswer);
}
