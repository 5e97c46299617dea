using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Access;

/// <summary>Makes a browser's question one about its own person: whose it is, the token says, not the address.</summary>
internal static class OwnQuery
{
    private const string UserId = "user_id";

    /// <summary>What tells of rules and other inner matters is for servers.</summary>
    private static readonly string[] ForServers = ["explain", "receipt"];

    public static Task<IResult> Answer(HttpRequest request, Caller? caller, Func<Task<IResult>> answer) =>
        Claim(request, caller) is { } refusal ? Task.FromResult(refusal) : answer();

    /// <returns>What is wrong with the question, or null.</returns>
    private static IResult? Claim(HttpRequest request, Caller? caller)
    {
        var query = new QueryReader(request.Query);
        if (query.Has(UserId)) query.Fault(UserId, "must be left out: the token says who it is");
        foreach (var name in ForServers)
            if (query.Has(name)) query.Fault(name, "must be left out: it is for servers, with a function key");
        if (query.HasErrors) return query.Refusal;
        if (caller is not { } known) return null;

        request.Query = new QueryCollection(new Dictionary<string, StringValues>(request.Query, StringComparer.OrdinalIgnoreCase) { [UserId] = known.UserId });
        return null;
    }
}
