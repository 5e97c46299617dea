using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Delivery.DeadLetters;
using PersonalizationEngine.Functions.Admin.Endpoints;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.DeadLetters;

/// <summary>What could not be delivered and was given up, and sending it once more.</summary>
public sealed class DeadLetterFunctions(ListDeadLetters letters, DeadLetterReplays replays)
{
    private const string Route = "api/v1/admin/dead-letters";
    private const int DefaultPage = 50, MaxPage = 200, LongestKind = 20;

    /// <summary>Dead letters of one kind after the other, in each the newest first.</summary>
    [Function("ListDeadLetters")]
    [Answers(StatusCodes.Status200OK, typeof(Page<DeadLetterAnswer>))]
    [Paged]
    [QueryParameter("kind", "Only those: webhook for customers' endpoints, message for people.", MaxLength = LongestKind)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var after = Cursor.Read(query);
        var limit = query.Integer("limit", DefaultPage, 1, MaxPage);
        var kind = query.Text("kind", LongestKind);
        if (kind is not null && letters.Find(kind) is null) query.Fault("kind", $"must be one of {string.Join(", ", letters.Kinds)}");
        if (query.HasErrors) return query.Refusal;

        var found = await letters.RunAsync(kind, after, limit + 1, cancellationToken);
        return new JsonAnswer<Page<DeadLetterAnswer>>(
            Page<DeadLetterAnswer>.Of(found, limit, letters.PlaceOf, DeadLetterAnswer.Of), ApiJson.Default.PageDeadLetterAnswer);
    }

    /// <summary>Tries to deliver one dead letter again, from the first attempt on.</summary>
    [Function("ReplayDeadLetter")]
    [AsksNothing]
    [Answers(StatusCodes.Status200OK, typeof(ReplayedMessagesAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [PathParameter("kind", "Of the dead letter.", MaxLength = LongestKind, Example = "webhook")]
    [PathParameter("id", "Of the dead letter.", Type = typeof(long), Minimum = 1)]
    [ByEditor]
    public Task<IResult> ReplayAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route + "/{kind}/{id}/replay")] HttpRequest request,
        string kind,
        string id,
        CancellationToken cancellationToken) => Editor.AnswerAsync(
        request,
        async by =>
        {
            var query = new QueryReader(request.Query);
            var number = query.Number("id", id);
            if (query.HasErrors) return query.Refusal;
            return await replays.OneAsync(kind, number, by, cancellationToken) switch
            {
                null => ProblemAnswer.NotFound("There are no dead letters of this kind."),
                0 => ProblemAnswer.NotFound("No dead letter has this id."),
                { } replayed => Answer(replayed),
            };
        });

    /// <summary>Tries to deliver all dead letters again that were first sent since an instant.</summary>
    [Function("ReplayDeadLetters")]
    [Asks("DeadLetterReplayDocument")]
    [Answers(StatusCodes.Status200OK, typeof(ReplayedMessagesAnswer))]
    [ByEditor]
    public Task<IResult> ReplayAllAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route + "/replay")] HttpRequest request, CancellationToken cancellationToken) => Editor.AnswerAsync(
        request,
        by => RequestDocument.AnswerAsync(
            request,
            async document =>
            {
                var reader = new DocumentReader(document);
                reader.RefuseUnknown("since", "kind");
                var (since, kind) = (reader.Instant("since", required: true), reader.OneOf("kind", [.. letters.Kinds]));
                if (reader.Faults.Count > 0) return ProblemAnswer.Invalid(reader.Faults);
                return Answer(await replays.SinceAsync(kind, since!.Value, by, cancellationToken));
            },
            cancellationToken));

    private static JsonAnswer<ReplayedMessagesAnswer> Answer(int replayed) => new(new ReplayedMessagesAnswer(replayed), ApiJson.Default.ReplayedMessagesAnswer);
}
