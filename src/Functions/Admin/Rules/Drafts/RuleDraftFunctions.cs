using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Administration.Drafts;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Rules.Drafts;

/// <summary>A rule's draft: read, saved, dropped, approved of and published. Its revision is its ETag.</summary>
[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
public sealed class RuleDraftFunctions(RuleDrafts drafts)
{
    private const string RouteOfOne = "api/v1/admin/rules/{id}", Route = RouteOfOne + "/draft";

    /// <summary>The draft of a content rule.</summary>
    [Function("GetRuleDraft")]
    [Answers(StatusCodes.Status200OK, typeof(DraftAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        WithId(request, id, async number => await drafts.FindAsync(number, cancellationToken) is { } drafted ? Answer(drafted) : NotFound());

    /// <summary>Saves a draft of a content rule; the live rule stays as it is.</summary>
    [Function("SaveRuleDraft")]
    [Asks("RuleDocument")]
    [Answers(StatusCodes.Status200OK, typeof(DraftAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    public Task<IResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = Route)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        WithId(request, id, number => ByEditor(
            request,
            async (document, by) => Answer(await drafts.SaveAsync(number, EntityTag.Read(request), document, by, cancellationToken)),
            cancellationToken));

    /// <summary>Drops the draft of a content rule.</summary>
    [Function("DropRuleDraft")]
    [Answers(StatusCodes.Status204NoContent)]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> DropAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = Route)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        WithId(request, id, async number => await drafts.RemoveAsync(number, cancellationToken) ? Results.NoContent() : NotFound());

    /// <summary>Approves of a draft that somebody else wrote.</summary>
    [Function("ReviewRuleDraft")]
    [Asks("ReviewDocument")]
    [Answers(StatusCodes.Status200OK, typeof(DraftAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
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

    /// <summary>Makes a draft the live rule.</summary>
    [Function("PublishRuleDraft")]
    [Asks("PublishDocument", IsOptional = true)]
    [Answers(StatusCodes.Status200OK, typeof(RuleAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
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
