using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Admin;

/// <summary>List, read, add, replace and remove over HTTP, the same for every kind of definition.</summary>
/// <param name="path">Where the definitions are found.</param>
internal sealed class DefinitionEndpoint<T, TAnswer>(
    DefinitionDesk<T> desk, Func<Stored<T>, TAnswer> show, JsonTypeInfo<TAnswer> one, JsonTypeInfo<Page<TAnswer>> many, string path)
    where T : class
{
    public async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var after = Cursor.Read(query);
        var limit = query.Integer("limit", DefinitionDesk<T>.DefaultPage, 1, DefinitionDesk<T>.MaxPage);
        if (query.HasErrors) return query.Refusal;

        var found = await desk.ListAsync(after, limit + 1, cancellationToken);
        return new JsonAnswer<Page<TAnswer>>(Page<TAnswer>.Of(found, limit, stored => stored.Id, show), many);
    }

    public async Task<IResult> GetAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var number = query.Number("id", id);
        if (query.HasErrors) return query.Refusal;

        var stored = await desk.FindAsync(number, cancellationToken);
        return stored is null
            ? ProblemAnswer.NotFound("Nothing has this id.")
            : new JsonAnswer<TAnswer>(show(stored), one, version: stored.Version);
    }

    public Task<IResult> AddAsync(HttpRequest request, CancellationToken cancellationToken) => Editor.AnswerAsync(
        request,
        by => RequestDocument.AnswerAsync(
            request,
            async document => ChangeAnswer.Of(await desk.AddAsync(document, by, cancellationToken), show, one, path),
            cancellationToken));

    public Task<IResult> ReplaceAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var number = query.Number("id", id);
        return query.HasErrors ? Task.FromResult(query.Refusal) : Editor.AnswerAsync(
            request,
            by => RequestDocument.AnswerAsync(
                request,
                async document => ChangeAnswer.Of(
                    await desk.ReplaceAsync(number, EntityTag.Read(request), document, by, cancellationToken), show, one),
                cancellationToken));
    }

    public Task<IResult> RemoveAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var number = query.Number("id", id);
        var reason = query.Text(SentDocument.ReasonField, SentDocument.LongestReason);
        return query.HasErrors ? Task.FromResult(query.Refusal) : Editor.AnswerAsync(
            request,
            async by => ChangeAnswer.Of(await desk.RemoveAsync(number, EntityTag.Read(request), by, reason, cancellationToken), show, one));
    }
}
