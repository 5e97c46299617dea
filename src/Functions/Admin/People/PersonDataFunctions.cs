using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Privacy;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.People;

/// <summary>What is held of a person: to be shown, and to be erased. Any of the person's ids will do.</summary>
public sealed class PersonDataFunctions(
    IPersonalData data, IEnumerable<IPersonalPlace> places, ErasePeople erase, IErasures erasures, LetInAgain restore, IAudit audit, TimeProvider time)
{
    private const string Person = "api/v1/admin/people/{personId}";

    private const string Unknown = "Nothing is held under this id.";

    private readonly IPersonalPlace[] _places = [.. places];

    /// <summary>Everything held, in one document that is sent while it is read.</summary>
    [Function("ExportPerson")]
    [Answers(StatusCodes.Status200OK, Schema = "PersonExport")]
    [Fails(StatusCodes.Status404NotFound)]
    public async Task<IResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Person + "/export")] HttpRequest request, string personId, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var id = query.Id("person_id", personId);
        if (query.HasErrors) return query.Refusal;
        return await Editor.AnswerAsync(request, async by =>
        {
            if (await data.FindAsync(id, cancellationToken) is not { } person) return ProblemAnswer.NotFound(Unknown);
            // Before anything goes out; what went out is not kept a second time.
            var exported = new AuditEntry(time.GetUtcNow(), by, AuditedKinds.Person, id, "person.exported");
            await audit.WriteAsync(exported, cancellationToken);
            return new PersonExport(person, await data.SectionsAsync(cancellationToken), data, _places, time.GetUtcNow());
        });
    }

    /// <summary>202 where a place outside the store has yet to answer; the same order again tells how it stands.</summary>
    [Function("ErasePerson")]
    [Answers(StatusCodes.Status200OK, typeof(ErasureAnswer))]
    [Answers(StatusCodes.Status202Accepted, typeof(ErasureAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [ByEditor]
    public async Task<IResult> EraseAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = Person)] HttpRequest request, string personId, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var id = query.Id("person_id", personId);
        if (query.HasErrors) return query.Refusal;
        return await Editor.AnswerAsync(
            request, async by => await erase.RunAsync(id, by, cancellationToken) is { } erasure ? Answer(erasure) : ProblemAnswer.NotFound(Unknown));
    }

    /// <summary>How an erasure stands.</summary>
    [Function("GetErasure")]
    [Answers(StatusCodes.Status200OK, typeof(ErasureAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    public async Task<IResult> FindAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/v1/admin/erasures/{erasureId}")] HttpRequest request,
        string erasureId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await erasures.FindAsync(erasureId, cancellationToken) is { } found
            ? new JsonAnswer<ErasureAnswer>(ErasureAnswer.Of(found.Erasure), ApiJson.Default.ErasureAnswer)
            : ProblemAnswer.NotFound("No erasure has this id.");
    }

    /// <summary>The person came back and agreed to be stored: events under their ids count again from now on.</summary>
    [Function("RestorePermission")]
    [AsksNothing]
    [Answers(StatusCodes.Status200OK, typeof(ErasureAnswer))]
    [Answers(StatusCodes.Status202Accepted, typeof(ErasureAnswer))]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor]
    public async Task<IResult> RestoreAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Person + "/restore-permission")] HttpRequest request,
        string personId,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var id = query.Id("person_id", personId);
        if (query.HasErrors) return query.Refusal;
        return await Editor.AnswerAsync(request, async by => await restore.RunAsync(id, by, cancellationToken) switch
        {
            null => ProblemAnswer.NotFound("This id is not erased."),
            { LiftedAt: null } erasure => ProblemAnswer.Conflict(
                $"The erasure is not through yet: {string.Join(", ", erasure.Pending.DefaultIfEmpty("the store"))} has still to forget."),
            { } erasure => Answer(erasure),
        });
    }

    private static JsonAnswer<ErasureAnswer> Answer(Erasure erasure) => new(
        ErasureAnswer.Of(erasure), ApiJson.Default.ErasureAnswer,
        erasure.State is ErasureState.Erasing or ErasureState.Pending ? StatusCodes.Status202Accepted : StatusCodes.Status200OK,
        location: $"/api/v1/admin/erasures/{erasure.ErasureId}");
}
