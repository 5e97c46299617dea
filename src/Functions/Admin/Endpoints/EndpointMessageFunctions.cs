using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Delivery.Endpoints;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Endpoints;

/// <summary>What was sent to an endpoint, and sending it once more.</summary>
[PathParameter("id", "The id the endpoint was given.", Type = typeof(long), Minimum = 1)]
public sealed class EndpointMessageFunctions(
    ICustomerEndpoints endpoints, IEndpointMessages messages, EndpointDesk desk, AuditedEndpoints changes)
{
    private const string RouteOfOne = "api/v1/admin/webhook-endpoints/{id}", Unknown = "Nothing has this id.";
    private const int DefaultPage = 50, MaxPage = 200;

    /// <summary>Messages to an endpoint, the newest first.</summary>
    [Function("ListWebhookMessages")]
    [Answers(StatusCodes.Status200OK, typeof(Page<EndpointMessageAnswer>))]
    [Paged]
    [QueryParameter("status", "Only those.", Choices = ["any", "waiting", "delivered", "dead"], Default = "any")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/messages")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var number = query.Number("id", id);
        var before = Cursor.Read(query) is > 0 and var cursor ? cursor : long.MaxValue;
        var limit = query.Integer("limit", DefaultPage, 1, MaxPage);
        var status = query.OneOf("status", "any", "any", "waiting", "delivered", "dead");
        if (query.HasErrors) return query.Refusal;

        var asked = EndpointMessageAnswer.Statuses.Index().Where(word => word.Item == status).Select(word => (EndpointMessageStatus?)word.Index).FirstOrDefault();
        var found = await messages.ListAsync(number, asked, before, limit + 1, cancellationToken);
        return new JsonAnswer<Page<EndpointMessageAnswer>>(
            Page<EndpointMessageAnswer>.Of(found, limit, one => one.Id, EndpointMessageAnswer.Of), ApiJson.Default.PageEndpointMessageAnswer);
    }

    /// <summary>Sends a message that says nothing, once and at once, and tells what came of it.</summary>
    [Function("TestWebhookEndpoint")]
    [AsksNothing]
    [Answers(StatusCodes.Status200OK, typeof(EndpointTestAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [ByEditor]
    public Task<IResult> TestAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteOfOne + "/test")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        Editor.AnswerAsync(
            request,
            async _ =>
            {
                var query = new QueryReader(request.Query);
                var number = query.Number("id", id);
                if (query.HasErrors) return query.Refusal;
                return await desk.TestAsync(number, cancellationToken) is { } attempt
                    ? new JsonAnswer<EndpointTestAnswer>(EndpointTestAnswer.Of(attempt), ApiJson.Default.EndpointTestAnswer)
                    : ProblemAnswer.NotFound(Unknown);
            });

    /// <summary>Sends messages once more: one by its id, those given up since an instant, or with <c>"all": true</c> the delivered ones, too.</summary>
    [Function("ReplayWebhookMessages")]
    [Asks("WebhookReplayDocument")]
    [Answers(StatusCodes.Status200OK, typeof(ReplayedMessagesAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [ByEditor]
    public Task<IResult> ReplayAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteOfOne + "/replay")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        Editor.AnswerAsync(request, by => RequestDocument.AnswerAsync(
            request,
            async document =>
            {
                var query = new QueryReader(request.Query);
                var number = query.Number("id", id);
                if (query.HasErrors) return query.Refusal;
                var reader = new DocumentReader(document);
                reader.RefuseUnknown("id", "since", "all");
                var (one, since, all) = (reader.Integer("id", 1, long.MaxValue), reader.Instant("since"), reader.Flag("all") ?? false);
                if (one is null == since is null) reader.Fault("since", "either since or id is needed: an instant, or the id of one message");
                if (reader.Faults.Count > 0) return ProblemAnswer.Invalid(reader.Faults);
                if (await endpoints.FindAsync(number, cancellationToken) is null) return ProblemAnswer.NotFound(Unknown);

                var choice = new ReplayChoice(number, one, since, OnlyDead: !all && one is null);
                var replayed = await changes.ReplayAsync(number, choice, by, cancellationToken);
                return one is not null && replayed == 0
                    ? ProblemAnswer.NotFound("The endpoint has no message of this id that is not waiting already.")
                    : new JsonAnswer<ReplayedMessagesAnswer>(new ReplayedMessagesAnswer(replayed), ApiJson.Default.ReplayedMessagesAnswer);
            },
            cancellationToken));
}
