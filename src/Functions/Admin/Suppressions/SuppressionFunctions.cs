using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Delivery.Suppressions;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Suppressions;

/// <summary>Addresses that get nothing: list, add, bring many, lift.</summary>
public sealed class SuppressionFunctions(SuppressionDesk desk)
{
    private const string Route = "api/v1/admin/suppressions";

    private const int MaxListBytes = 4 * 1024 * 1024;

    /// <summary>Addresses that get nothing, and why; by channel and address.</summary>
    [Function("ListSuppressions")]
    [Answers(StatusCodes.Status200OK, typeof(Page<SuppressionAnswer>))]
    [Paged]
    [QueryParameter("channel", "Only of this channel: email, sms or push.", MaxLength = 20, Example = "email")]
    [QueryParameter("reason", "Only for this reason: bounce, complaint, stop, unsubscribe or manual.", MaxLength = 20, Example = "bounce")]
    [QueryParameter("address", "What addresses begin with.", MaxLength = ChannelAddress.MaxLength, Example = "ann@")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var after = SuppressionCursor.Read(query);
        var limit = query.Integer("limit", SuppressionDesk.DefaultPage, 1, SuppressionDesk.MaxPage);
        var channel = query.OneOf("channel", "", [.. Channels.Addressed]);
        var reason = query.OneOf("reason", "", [.. SuppressionReasons.All]);
        var address = query.Text("address", ChannelAddress.MaxLength)?.ToLowerInvariant();
        if (query.HasErrors) return query.Refusal;

        var asked = new SuppressionQuery(channel.Length > 0 ? channel : null, reason.Length > 0 ? reason : null, address);
        var found = await desk.ListAsync(asked, after, limit + 1, cancellationToken);
        var page = new Page<SuppressionAnswer>(
            [.. found.Take(limit).Select(SuppressionAnswer.Of)], found.Count > limit ? SuppressionCursor.Of(found[limit - 1].At) : null);
        return new JsonAnswer<Page<SuppressionAnswer>>(page, ApiJson.Default.PageSuppressionAnswer);
    }

    /// <summary>Suppresses an address.</summary>
    [Function("AddSuppression")]
    [Asks("SuppressionDocument")]
    [Answers(StatusCodes.Status200OK, typeof(SuppressionAnswer))]
    [ByEditor]
    public Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route)] HttpRequest request, CancellationToken cancellationToken) => Editor.AnswerAsync(
        request,
        by => RequestDocument.AnswerAsync(
            request,
            async document =>
            {
                var added = await desk.AddAsync(document, by, cancellationToken);
                return added.Succeeded
                    ? new JsonAnswer<SuppressionAnswer>(SuppressionAnswer.Of(added.Value), ApiJson.Default.SuppressionAnswer)
                    : ProblemAnswer.Invalid(added.Faults);
            },
            cancellationToken));

    /// <summary>Suppresses up to 10,000 addresses, all of them or none.</summary>
    [Function("ImportSuppressions")]
    [Asks("SuppressionListDocument")]
    [Answers(StatusCodes.Status200OK, typeof(ImportedSuppressionsAnswer))]
    [ByEditor]
    public Task<IResult> ImportAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route + "/import")] HttpRequest request, CancellationToken cancellationToken) => Editor.AnswerAsync(
        request,
        by => RequestDocument.AnswerAsync(
            request,
            async document =>
            {
                var imported = await desk.ImportAsync(document, by, cancellationToken);
                return imported.Succeeded
                    ? new JsonAnswer<ImportedSuppressionsAnswer>(
                        new ImportedSuppressionsAnswer(imported.Value.Read, imported.Value.Written), ApiJson.Default.ImportedSuppressionsAnswer)
                    : ProblemAnswer.Invalid(imported.Faults);
            },
            cancellationToken,
            maxBytes: MaxListBytes));

    /// <summary>Lifts a suppression: the address gets messages again.</summary>
    [Function("RemoveSuppression")]
    [Answers(StatusCodes.Status204NoContent)]
    [Fails(StatusCodes.Status404NotFound)]
    [ByEditor]
    [QueryParameter("channel", "Its channel: email, sms or push.", MaxLength = 20, IsRequired = true, Example = "email")]
    [QueryParameter("address", "All of it.", MaxLength = ChannelAddress.MaxLength, IsRequired = true, Example = "ann@example.com")]
    [QueryParameter(SentDocument.ReasonField, "Why, for the audit.", MaxLength = SentDocument.LongestReason)]
    public Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = Route)] HttpRequest request, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var channel = query.OneOf("channel", "", [.. Channels.Addressed]);
        var text = query.Text("address", ChannelAddress.MaxLength);
        var reason = query.Text(SentDocument.ReasonField, SentDocument.LongestReason);
        if (channel.Length == 0) query.Fault("channel", $"is required: one of {string.Join(", ", Channels.Addressed)}");
        else if (ChannelAddress.Of(channel, text) is null) query.Fault("address", ChannelAddress.Accepted(channel));
        return query.HasErrors ? Task.FromResult(query.Refusal) : Editor.AnswerAsync(
            request,
            async by => await desk.RemoveAsync(ChannelAddress.Of(channel, text)!.Value, by, reason, cancellationToken)
                ? Results.NoContent()
                : ProblemAnswer.NotFound("The address is not suppressed on this channel."));
    }
}
