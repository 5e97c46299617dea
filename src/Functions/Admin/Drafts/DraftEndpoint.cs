using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.Drafts;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Admin.Drafts;

/// <summary>Drafts over HTTP, the same for every kind of definition: read, saved, dropped, approved of and published. Their revision is their ETag.</summary>
/// <param name="live">How a definition is shown once it is published.</param>
internal sealed class DraftEndpoint<T, TDraft, TAnswer>(
    DefinitionDrafts<T> drafts, Func<Drafted<T>, bool, TDraft> show, JsonTypeInfo<TDraft> type, Func<Stored<T>, TAnswer> live, JsonTypeInfo<TAnswer> liveType)
    where T : class
{
    private const string Force = "force";

    public Task<IResult> GetAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        WithId(request, id, async number => await drafts.FindAsync(number, cancellationToken) is { } drafted ? Answer(drafted) : NotFound());

    public Task<IResult> SaveAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        WithId(request, id, number => ByEditor(
            request,
            async (document, by) => Answer(await drafts.SaveAsync(number, EntityTag.Read(request), document, by, cancellationToken)),
            cancellationToken));

    public Task<IResult> DropAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        WithId(request, id, number => Editor.AnswerAsync(
            request, async by => await drafts.RemoveAsync(number, by, cancellationToken) ? Results.NoContent() : NotFound()));

    public Task<IResult> ReviewAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        WithId(request, id, number => ByEditor(
            request,
            async (document, by) =>
            {
                var reader = new DocumentReader(document);
                reader.RefuseUnknown("approve", "revision");
                if (reader.Flag("approve", required: true) == false) reader.Fault("approve", "must be true; whoever does not approve says so to the author");
                var revision = reader.Integer("revision", 1, int.MaxValue);
                return reader.Faults.Count > 0
                    ? ProblemAnswer.Invalid(reader.Faults)
                    : Answer(await drafts.ApproveAsync(number, (int?)revision ?? EntityTag.Read(request), by, cancellationToken));
            },
            cancellationToken));

    public Task<IResult> PublishAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        WithId(request, id, number => ByEditor(
            request,
            async (document, by) =>
            {
                var reader = new DocumentReader(document);
                reader.RefuseUnknown(SentDocument.ReasonField, Force);
                var reason = reader.Text(SentDocument.ReasonField, SentDocument.LongestReason, allowEmpty: true);
                var isForced = reader.Flag(Force) ?? false;
                if (reader.Faults.Count > 0) return ProblemAnswer.Invalid(reader.Faults);
                var change = await drafts.PublishAsync(number, EntityTag.Read(request), by, reason, cancellationToken, isForced);
                return ChangeAnswer.Of(change, live, liveType);
            },
            cancellationToken));

    private static Task<IResult> WithId(HttpRequest request, string id, Func<long, Task<IResult>> answer)
    {
        var query = new QueryReader(request.Query);
        var number = query.Number("id", id);
        return query.HasErrors ? Task.FromResult(query.Refusal) : answer(number);
    }

    private static Task<IResult> ByEditor(HttpRequest request, Func<JsonElement, string, Task<IResult>> answer, CancellationToken cancellationToken) =>
        Editor.AnswerAsync(
            request, by => RequestDocument.AnswerAsync(request, document => answer(document, by), cancellationToken, isOptional: true));

    private static IResult NotFound() => ProblemAnswer.NotFound("There is no draft of this id.");

    private IResult Answer(DraftChange<T> change) => change switch
    {
        DraftChange<T>.Done done => Answer(done.Drafted),
        DraftChange<T>.Invalid invalid => ProblemAnswer.Invalid(invalid.Faults),
        DraftChange<T>.Outdated outdated => ProblemAnswer.PreconditionFailed(
            outdated.Revision == 0 ? "There is no draft any more." : $"The draft has revision {outdated.Revision} now: read it again."),
        DraftChange<T>.Refused refused => ProblemAnswer.Conflict(refused.Reason),
        _ => NotFound(),
    };

    private JsonAnswer<TDraft> Answer(Drafted<T> drafted) =>
        new(show(drafted, drafts.IsReviewRequired), type, version: drafted.Draft.Revision);
}
