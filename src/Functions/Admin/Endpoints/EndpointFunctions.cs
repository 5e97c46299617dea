using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Delivery.Endpoints;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Endpoints;

/// <summary>Customers' endpoints: list, read, add, replace, remove.</summary>
[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
public sealed class EndpointFunctions(ICustomerEndpoints endpoints, EndpointDesk desk, AuditedEndpoints changes)
{
    private const string Route = "api/v1/admin/webhook-endpoints", RouteOfOne = Route + "/{id}", Unknown = "Nothing has this id.";
    private const int DefaultPage = 50, MaxPage = 200;

    /// <summary>Endpoints that are told what happens, the oldest first.</summary>
    [Function("ListWebhookEndpoints")]
    [Answers(StatusCodes.Status200OK, typeof(Page<EndpointAnswer>))]
    [Paged]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var after = Cursor.Read(query);
        var limit = query.Integer("limit", DefaultPage, 1, MaxPage);
        if (query.HasErrors) return query.Refusal;

        var found = await endpoints.ListAsync(after, limit + 1, cancellationToken);
        return new JsonAnswer<Page<EndpointAnswer>>(
            Page<EndpointAnswer>.Of(found, limit, one => one.Id, EndpointAnswer.Of), ApiJson.Default.PageEndpointAnswer);
    }

    /// <summary>Adds an endpoint; its secret is shown this once.</summary>
    [Function("AddWebhookEndpoint")]
    [Asks("WebhookEndpointDocument")]
    [Answers(StatusCodes.Status201Created, typeof(EndpointSecretAnswer))]
    [ByEditor]
    public Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route)] HttpRequest request, CancellationToken cancellationToken) => Editor.AnswerAsync(
        request,
        by => RequestDocument.AnswerAsync(
            request,
            async document =>
            {
                var parsed = await desk.ReadAsync(document, cancellationToken);
                if (!parsed.Succeeded) return ProblemAnswer.Invalid(parsed.Faults);
                var added = await changes.AddAsync(parsed.Value, by, cancellationToken);
                return new JsonAnswer<EndpointSecretAnswer>(
                    EndpointSecretAnswer.Of(added), ApiJson.Default.EndpointSecretAnswer, StatusCodes.Status201Created,
                    location: string.Create(null, $"/{Route}/{added.Id}"));
            },
            cancellationToken));

    /// <summary>One endpoint, with whether it gets its messages.</summary>
    [Function("GetWebhookEndpoint")]
    [Answers(StatusCodes.Status200OK, typeof(EndpointAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var number = query.Number("id", id);
        if (query.HasErrors) return query.Refusal;
        return await endpoints.FindAsync(number, cancellationToken) is { } found ? Answer(found) : ProblemAnswer.NotFound(Unknown);
    }

    /// <summary>Replaces an endpoint. Enabling one that was disabled by itself gives it a new chance.</summary>
    [Function("ReplaceWebhookEndpoint")]
    [Asks("WebhookEndpointDocument")]
    [Answers(StatusCodes.Status200OK, typeof(EndpointAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [ByEditor]
    public Task<IResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) => OfOneAsync(
        request, id,
        (by, present) => RequestDocument.AnswerAsync(
            request,
            async document =>
            {
                var parsed = await desk.ReadAsync(document, cancellationToken);
                if (!parsed.Succeeded) return ProblemAnswer.Invalid(parsed.Faults);
                return await changes.ReplaceAsync(present, parsed.Value, by, cancellationToken) is { } replaced ? Answer(replaced) : ProblemAnswer.NotFound(Unknown);
            },
            cancellationToken),
        cancellationToken);

    /// <summary>Removes an endpoint with its messages.</summary>
    [Function("RemoveWebhookEndpoint")]
    [Answers(StatusCodes.Status204NoContent)]
    [Fails(StatusCodes.Status404NotFound)]
    [ByEditor]
    public Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) => OfOneAsync(
        request, id,
        async (by, present) => await changes.RemoveAsync(present, by, cancellationToken) ? Results.NoContent() : ProblemAnswer.NotFound(Unknown),
        cancellationToken);

    /// <summary>Gives an endpoint a new secret, which is shown this once; the old one signs as well for 24 hours.</summary>
    [Function("RotateWebhookSecret")]
    [AsksNothing]
    [Answers(StatusCodes.Status200OK, typeof(EndpointSecretAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [ByEditor]
    public Task<IResult> RotateAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteOfOne + "/rotate-secret")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) => OfOneAsync(
        request, id,
        async (by, present) => await changes.RotateAsync(present, by, cancellationToken) is { } rotated
            ? new JsonAnswer<EndpointSecretAnswer>(EndpointSecretAnswer.Of(rotated), ApiJson.Default.EndpointSecretAnswer)
            : ProblemAnswer.NotFound(Unknown),
        cancellationToken);

    private static JsonAnswer<EndpointAnswer> Answer(CustomerEndpoint endpoint) => new(EndpointAnswer.Of(endpoint), ApiJson.Default.EndpointAnswer);

    private Task<IResult> OfOneAsync(HttpRequest request, string id, Func<string, CustomerEndpoint, Task<IResult>> change, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var number = query.Number("id", id);
        return query.HasErrors ? Task.FromResult(query.Refusal) : Editor.AnswerAsync(
            request, async by => await endpoints.FindAsync(number, cancellationToken) is { } present ? await change(by, present) : ProblemAnswer.NotFound(Unknown));
    }
}
