using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Events;

/// <summary>Events that were refused: look at them, and try them again.</summary>
public sealed class RefusedEventFunctions(IRefusedEvents refused, ReplayRefusedEvents replay, AuditedWork audited)
{
    private const string Route = "api/v1/admin/refused-events";
    private const int MaxPage = 200, MaxReplayed = 1000;

    /// <summary>Events that were refused, and why; the oldest first.</summary>
    [Function("ListRefusedEvents")]
    [Answers(StatusCodes.Status200OK, typeof(Page<RefusedEventAnswer>))]
    [Paged]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var after = Cursor.Read(query);
        var limit = query.Integer("limit", 50, 1, MaxPage);
        if (query.HasErrors) return query.Refusal;

        var found = await refused.ListAsync(after, limit + 1, cancellationToken);
        return new JsonAnswer<Page<RefusedEventAnswer>>(
            Page<RefusedEventAnswer>.Of(found, limit, one => one.Id, RefusedEventAnswer.Of), ApiJson.Default.PageRefusedEventAnswer);
    }

    /// <summary>Body: <c>{"ids": [1, 2]}</c>, or <c>{}</c> for the oldest 1,000.</summary>
    [Function("ReplayRefusedEvents")]
    [Answers(StatusCodes.Status200OK, typeof(ReplayAnswer))]
    [Asks("ReplayDocument")]
    public Task<IResult> ReplayAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route + "/replay")] HttpRequest request,
        CancellationToken cancellationToken) => Editor.AnswerAsync(request, by => RequestDocument.AnswerAsync(
        request,
        async document =>
        {
            var reader = new DocumentReader(document);
            reader.RefuseUnknown("ids");
            var ids = ReadIds(reader);
            if (reader.Faults.Count > 0) return ProblemAnswer.Invalid(reader.Faults);

            ids ??= [.. (await refused.ListAsync(0, MaxReplayed, cancellationToken)).Select(one => one.Id)];
            var what = ReplayedEvents.Entry(by, ids);
            var summary = await audited.RunAsync(what, () => ReplayAsync(ids, cancellationToken), cancellationToken);
            return new JsonAnswer<ReplayAnswer>(ReplayAnswer.Of(summary), ApiJson.Default.ReplayAnswer);
        },
        cancellationToken));

    private async Task<(ReplaySummary Result, string? After)> ReplayAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var summary = await replay.RunAsync(ids, cancellationToken);
        return (summary, ReplayedEvents.After(summary));
    }

    private static List<long>? ReadIds(DocumentReader reader)
    {
        if (reader.Raw("ids") is not { } list) return null;
        var ids = new List<long>();
        if (list.ValueKind == JsonValueKind.Array && list.GetArrayLength() is > 0 and <= MaxReplayed
            && list.EnumerateArray().All(id => id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number) && Add(number))) return ids;
        reader.Fault("ids", $"must be a list of 1 to {MaxReplayed} whole numbers");
        return null;

        bool Add(long id)
        {
            ids.Add(id);
            return true;
        }
    }
}
