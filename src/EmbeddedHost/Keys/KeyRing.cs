using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Keys;

/// <summary>The keys of this host.</summary>
/// <param name="ByFunction">A function's own key, by its name ignoring case.</param>
internal sealed record KeyRing(string Master, string Default, IReadOnlyDictionary<string, string> ByFunction)
{
    /// <summary>The keys that open a function.</summary>
    public string[] Opening(string function, AuthorizationLevel level) => level switch
    {
        AuthorizationLevel.Function when ByFunction.TryGetValue(function, out var own) => [Default, own, Master],
        AuthorizationLevel.Function => [Default, Master],
        _ => [Master],
    };
}
