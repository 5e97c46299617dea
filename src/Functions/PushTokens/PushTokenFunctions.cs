using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Delivery.PushTokens;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.PushTokens;

/// <summary>Where a person can be reached by push.</summary>
[PathParameter("userId", "Any of the person's ids.", MaxLength = 255)]
[PathParameter("token", "The registration token that FCM gave the app or the browser.", MaxLength = PushToken.MaxLength)]
public sealed class PushTokenFunctions(RegisterPushToken register)
{
    private const string Route = "api/v1/people/{userId}/push-tokens/{token}";

    /// <summary>Registers a token, or says that it is still in use. One that was somebody else's is this person's from now on.</summary>
    [Function("SavePushToken")]
    [Asks("PushTokenDocument")]
    [Answers(StatusCodes.Status204NoContent)]
    [Fails(StatusCodes.Status409Conflict)]
    public Task<IResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = Route)] HttpRequest request, string userId, string token, CancellationToken cancellationToken) =>
        RequestDocument.AnswerAsync(
            request,
            async document =>
            {
                var query = new QueryReader(request.Query);
                var (user, address) = (query.Id("user_id", userId), Token(query, token));
                if (query.HasErrors) return query.Refusal;
                var reader = new DocumentReader(document);
                reader.RefuseUnknown("platform");
                var platform = reader.OneOf("platform", [.. PushPlatforms.All], required: true);
                if (reader.Faults.Count > 0) return ProblemAnswer.Invalid(reader.Faults);
                return await register.SaveAsync(user, address, platform!, cancellationToken) ? Results.NoContent() : Erased();
            },
            cancellationToken);

    /// <summary>The person is not reached at this token any more.</summary>
    [Function("RemovePushToken")]
    [Answers(StatusCodes.Status204NoContent)]
    [Fails(StatusCodes.Status404NotFound)]
    public async Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = Route)] HttpRequest request, string userId, string token, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var (user, address) = (query.Id("user_id", userId), Token(query, token));
        if (query.HasErrors) return query.Refusal;
        return await register.RemoveAsync(user, address, cancellationToken) ? Results.NoContent() : ProblemAnswer.NotFound("The person has no such token.");
    }

    internal static IResult Erased() => ProblemAnswer.Conflict("The person is erased; nothing is stored about them.");

    private static string Token(QueryReader query, string token)
    {
        var text = token.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        if (text.Length > PushToken.MaxLength || text.Any(char.IsControl)) query.Fault("token", $"must be 1 to {PushToken.MaxLength} characters");
        return text;
    }
}
