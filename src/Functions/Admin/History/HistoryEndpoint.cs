using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Admin.History;

/// <summary>Versions, what differs between two, and the way back to one, the same for every kind of definition.</summary>
internal sealed class HistoryEndpoint<T, TAnswer>(TellHistory<T> history, Func<Stored<T>, TAnswer> show, JsonTypeInfo<TAnswer> one)
    where T : class
{
    private const int DefaultPage = 50, MaxPage = 200;

    public async Task<IResult> ListAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var number = query.Number("id", id);
        var before = Cursor.Read(query) is > 0 and < int.MaxValue and var cursor ? (int)cursor : int.MaxValue;
        var limit = query.Integer("limit", DefaultPage, 1, MaxPage);
        if (query.HasErrors) return query.Refusal;

        var found = await history.VersionsAsync(number, before, limit + 1, cancellationToken);
        var page = Page<VersionAnswer>.Of(found, limit, version => version.Version, VersionAnswer.Of);
        return new JsonAnswer<Page<VersionAnswer>>(page, ApiJson.Default.PageVersionAnswer);
    }

    public async Task<IResult> GetAsync(HttpRequest request, string id, string version, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var (number, asked) = (query.Number("id", id), query.Number("version", version));
        if (query.HasErrors) return query.Refusal;

        return await history.FindAsync(number, (int)Math.Min(asked, int.MaxValue), cancellationToken) is { } found
            ? new JsonAnswer<VersionAnswer>(VersionAnswer.Of(found), ApiJson.Default.VersionAnswer)
            : ProblemAnswer.NotFound("No such version is known.");
    }

    public async Task<IResult> CompareAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var number = query.Number("id", id);
        var (from, to) = (Version(query, "from"), Version(query, "to"));
        if (query.HasErrors) return query.Refusal;

        return await history.CompareAsync(number, from, to, cancellationToken) is { } changes
            ? new JsonAnswer<DiffAnswer>(new DiffAnswer(from, to, ChangeOfValueAnswer.Of(changes)), ApiJson.Default.DiffAnswer)
            : ProblemAnswer.NotFound("One of these versions is not known.");
    }

    public Task<IResult> RollBackAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var number = query.Number("id", id);
        return query.HasErrors ? Task.FromResult(query.Refusal) : Editor.AnswerAsync(
            request,
            by => RequestDocument.AnswerAsync(
                request,
                async document =>
                {
                    var reader = new DocumentReader(document);
                    reader.RefuseUnknown("version", SentDocument.ReasonField);
                    var version = reader.Integer("version", 1, int.MaxValue, required: true);
                    var reason = reader.Text(SentDocument.ReasonField, SentDocument.LongestReason, allowEmpty: true);
                    if (reader.Faults.Count > 0) return ProblemAnswer.Invalid(reader.Faults);
                    var change = await history.RollBackAsync(number, EntityTag.Read(request), (int)version!, by, reason, cancellationToken);
                    return ChangeAnswer.Of(change, show, one);
                },
                cancellationToken));
    }

    private static int Version(QueryReader query, string name)
    {
        if (!query.Has(name)) query.Fault(name, "is required: a version, a whole number from 1");
        return query.Integer(name, 1, 1, int.MaxValue);
    }
}
