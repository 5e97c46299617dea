using System.Runtime.InteropServices;
using System.Security.Cryptography;
using EmbeddedHost.Discovery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Keys;

/// <summary>Lets requests with a fitting key through to one function.</summary>
/// <param name="keys">The keys that open it; null where none is asked for.</param>
internal sealed class KeyGate(string[]? keys)
{
    private const string Header = "x-functions-key";
    private const string QueryParameter = "code";

    public static KeyGate Of(FoundFunction function, KeyRing keys) => function.Http!.AuthLevel is AuthorizationLevel.Anonymous
        ? new KeyGate(null)
        : new KeyGate(keys.Opening(function.Name, function.Http.AuthLevel));

    /// <summary>Whether the request may pass. With the header present the query is not looked at.</summary>
    public bool Admits(HttpRequest request)
    {
        if (keys is null) return true;
        var header = request.Headers[Header];
        var given = header.Count > 0 ? header.ToString() : request.Query[QueryParameter].ToString();

        var fits = false;
        foreach (var key in keys) fits |= Equal(given, key);
        return fits;
    }

    /// <summary>In a time that tells nothing of the key but its length.</summary>
    private static bool Equal(string given, string key) => CryptographicOperations.FixedTimeEquals(
        MemoryMarshal.AsBytes(given.AsSpan()), MemoryMarshal.AsBytes(key.AsSpan()));
}
