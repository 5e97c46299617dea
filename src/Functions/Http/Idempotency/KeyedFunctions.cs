using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Functions.OpenApi.Writing;

namespace PersonalizationEngine.Functions.Http.Idempotency;

/// <summary>Functions that run a request once for each Idempotency-Key: every one that changes something, unless it says why not.</summary>
internal static class KeyedFunctions
{
    private static readonly FrozenSet<string> BehindKeys = HttpOperation.All(typeof(KeyedFunctions).Assembly)
        .Where(operation => Takes(operation) && operation.Level != AuthorizationLevel.Anonymous)
        .Select(operation => operation.Name).ToFrozenSet(StringComparer.Ordinal);

    public static bool Takes(HttpOperation operation) =>
        operation.HttpMethod is not ("get" or "head") && operation.Function.GetCustomAttribute<WithoutIdempotencyKeyAttribute>() is null;

    /// <summary>Whether the host has proven who asks before the function runs. Others prove it themselves, and ask for the key only then.</summary>
    public static bool AreProvenByTheHost(string function, string method) => !HttpMethods.IsGet(method) && BehindKeys.Contains(function);
}
