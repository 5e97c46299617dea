using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PersonalizationEngine.Functions.Http.Idempotency;

/// <summary>Whose a key is: two callers may choose the same. Nothing of it is readable in the store.</summary>
internal static class KeyedCaller
{
    private const string FunctionKey = "x-functions-key", KeyInQuery = "code", EditorKey = "x-editor-key";
    private const char Between = '\n';

    public static string OfServer(HttpRequest request)
    {
        var header = request.Headers[FunctionKey];
        return string.Join(Between, "server", header.Count > 0 ? header.ToString() : request.Query[KeyInQuery].ToString(), request.Headers[EditorKey].ToString());
    }

    public static string OfBrowser(string site, string person) => string.Join(Between, "browser", site, person);

    /// <returns>What the store knows the key by.</returns>
    public static string Hash(string caller, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(Between, $"{caller.Length}", caller, key))));
}
