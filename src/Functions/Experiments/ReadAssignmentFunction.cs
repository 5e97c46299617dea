using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Experiments;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;
using PersonalizationEngine.Functions.Personalization;

namespace PersonalizationEngine.Functions.Experiments;

/// <summary>Where somebody stands in experiments; asking exposes them to nothing.</summary>
public sealed class ReadAssignmentFunction(ReadAssignment assignments)
{
    /// <summary>The variant somebody has or would get in every experiment.</summary>
    [Function("ReadAssignments")]
    [Answers(StatusCodes.Status200OK, typeof(ReadAssignmentsAnswer))]
    [QueryParameter("user_id", "The person, by any id of theirs.", MaxLength = PersonId.MaxLength, IsRequired = true, Example = "u-42")]
    [WithContext]
    public async Task<IResult> ReadAllAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/experiments/assignments")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var id = query.Id("user_id", request.Query["user_id"].ToString());
        var context = ContextParameters.Read(request.Query, query);
        if (query.HasErrors) return query.Refusal;

        var found = await assignments.RunAsync(id, context, cancellationToken);
        return new JsonAnswer<ReadAssignmentsAnswer>(
            new ReadAssignmentsAnswer(id, [.. found.Assignments.Select(one => ReadAssignmentAnswer.Of(id, one, found.Permissions))]), ApiJson.Default.ReadAssignmentsAnswer);
    }

    /// <summary>The variant somebody has or would get in one experiment.</summary>
    [Function("ReadAssignment")]
    [Answers(StatusCodes.Status200OK, typeof(ReadAssignmentAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [PathParameter("key", "The key of an experiment.", MaxLength = 64, Example = "new-checkout")]
    [QueryParameter("user_id", "The person, by any id of theirs.", MaxLength = PersonId.MaxLength, IsRequired = true, Example = "u-42")]
    [WithContext]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/experiments/{key}/assignment")] HttpRequest request,
        string key,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var id = query.Id("user_id", request.Query["user_id"].ToString());
        var context = ContextParameters.Read(request.Query, query);
        if (query.HasErrors) return query.Refusal;

        var found = await assignments.RunAsync(key, id, context, cancellationToken);
        return found?.Assignments is not [var assignment]
            ? ProblemAnswer.NotFound("No experiment has this key.")
            : new JsonAnswer<ReadAssignmentAnswer>(ReadAssignmentAnswer.Of(id, assignment, found.Permissions), ApiJson.Default.ReadAssignmentAnswer);
    }
}
