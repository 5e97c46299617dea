using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Identity;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Admin.People.Merges;

/// <summary>Who became one with whom, who did not, and the way back.</summary>
public sealed class MergeFunctions(IPersonMerges merges, UndoMerge undo)
{
    private const string Route = "api/v1/admin/people";
    private const int DefaultPage = 50, MaxPage = 200;

    /// <summary>The merges a person came out of or went into, the latest first.</summary>
    [Function("ListMerges")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route + "/{id}/merges")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var identity = query.Id("id", id);
        var (before, limit) = ReadPage(query);
        if (query.HasErrors) return query.Refusal;

        var found = await merges.OfPersonAsync(identity, before, limit + 1, cancellationToken);
        return new JsonAnswer<Page<MergeAnswer>>(Page<MergeAnswer>.Of(found, limit, one => one.Id, MergeAnswer.Of), ApiJson.Default.PageMergeAnswer);
    }

    /// <summary>Ids that were not joined although events said so, the latest new ones first.</summary>
    [Function("ListRefusedLinks")]
    public async Task<IResult> ListRefusedAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route + "/merges/refused")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var (before, limit) = ReadPage(query);
        if (query.HasErrors) return query.Refusal;

        var found = await merges.RefusalsAsync(before, limit + 1, cancellationToken);
        return new JsonAnswer<Page<RefusedLinkAnswer>>(
            Page<RefusedLinkAnswer>.Of(found, limit, one => one.Id, RefusedLinkAnswer.Of), ApiJson.Default.PageRefusedLinkAnswer);
    }

    /// <summary>Takes two people apart again.</summary>
    [Function("UndoMerge")]
    public Task<IResult> UndoAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route + "/merges/{mergeId}/undo")] HttpRequest request,
        string mergeId,
        CancellationToken cancellationToken) => Editor.AnswerAsync(
        request,
        async by =>
        {
            var query = new QueryReader(request.Query);
            var id = query.Number("merge_id", mergeId);
            if (query.HasErrors) return query.Refusal;

            var undone = await undo.RunAsync(id, by, cancellationToken);
            return undone switch
            {
                { Merge: null } => ProblemAnswer.NotFound("No merge has this id."),
                { Refusal: { } reason } => ProblemAnswer.Conflict($"The merge cannot be undone: {reason}."),
                { Merge: { } merge } => new JsonAnswer<MergeAnswer>(MergeAnswer.Of(merge), ApiJson.Default.MergeAnswer),
            };
        });

    private static (long Before, int Limit) ReadPage(QueryReader query) =>
        (Cursor.Read(query) is > 0 and var cursor ? cursor : long.MaxValue, query.Integer("limit", DefaultPage, 1, MaxPage));
}
