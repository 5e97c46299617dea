using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Administration.Drafts;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Admin.Rules.Drafts;

/// <summary>A rule's draft: read, saved, dropped, approved of and published. Its revision is its ETag.</summary>
public sealed class RuleDraftFunctions(RuleDrafts drafts)
{
    private const string RouteOfOne = "api/v1/admin/rules/{id}", Route = RouteOfOne + "/draft";

    [Function("GetRuleDraft")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        WithId(request, id, async number => await drafts.FindAsync(number, cancellationToken) is { } drafted ? Answer(drafted) : NotFound());

    [Function("SaveRuleDraft")]
    public Task<IResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = Route)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        WithId(request, id, number => ByEditor(
            request,
            async (document, by) => Answer(await drafts.SaveAsync(number, EntityTag.Read(request), document, by, cancellationToken)),
            cancellationToken));

    [Function("DropRuleDraft")]
    public Task<IResult> DropAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = Route)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        WithId(request, id, number => Editor.AnswerAsync(
            request, async by => await drafts.RemoveAsync(number, by, cancellationToken) ? Results.NoContent() : NotFound()));

    [Function("ReviewRuleDraft")]
    public Task<IResult> ReviewAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteOfOne + "/review")] HttpRequest request, string id, CancellationToken cancellationToken) =>
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

    [Function("PublishRuleDraft")]
    public Task<IResult> PublishAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteOfOne + "/publish")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        WithId(request, id, number => ByEditor(
            request,
            async (document, by) =>
            {
                var reader = new DocumentReader(document);
                reader.RefuseUnknown(SentDocument.ReasonField);
                var reason = reader.Text(SentDocument.ReasonField, SentDocument.LongestReason, allowEmpty: true);
                if (reader.Faults.Count > 0) return ProblemAnswer.Invalid(reader.Faults);
                var change = await drafts.PublishAsync(number, EntityTag.Read(request), by, reason, cancellationToken);
                return ChangeAnswer.Of(change, RuleAnswer.Of, ApiJson.Default.RuleAnswer);
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

    private static IResult NotFound() => ProblemAnswer.NotFound("There is no draft of a rule of this id.");

    private IResult Answer(DraftChange change) => change switch
    {
        DraftChange.Done done => Answer(done.Drafted),
        DraftChange.Invalid invalid => ProblemAnswer.Invalid(invalid.Faults),
        DraftChange.Outdated outdated => ProblemAnswer.PreconditionFailed(
            outdated.Revision == 0 ? "There is no draft any more." : $"The draft has revision {outdated.Revision} now: read it again."),
        DraftChange.Refused refused => ProblemAnswer.Conflict(refused.Reason),
        _ => NotFound(),
    };

    private JsonAnswer<DraftAnswer> Answer(DraftedRule drafted) =>
        new(DraftAnswer.Of(drafted, drafts.IsReviewRequired), ApiJson.Default.DraftAnswer, version: drafted.Draft.Revision);
}
