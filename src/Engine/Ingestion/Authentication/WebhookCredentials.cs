using System.Security.Cryptography;
using System.Text;

namespace PersonalizationEngine.Engine.Ingestion.Authentication;

/// <summary>The keys and tokens of our senders. Several of each, so that one is rotated while the other still works.</summary>
public sealed class WebhookCredentials(IReadOnlyList<WebhookKey> keys, IEnumerable<string> tokens)
{
    public const int ShortestToken = 16;

    public IReadOnlyList<WebhookKey> Keys { get; } = keys;

    internal IReadOnlyList<byte[]> TokenHashes { get; } = [.. tokens.Select(token => SHA256.HashData(Encoding.UTF8.GetBytes(token)))];

    /// <param name="secrets">Separated by white space; see <see cref="WebhookKey.Parse"/>.</param>
    /// <param name="tokens">Separated by white space.</param>
    /// <param name="faults">Which entries cannot be used, by setting and place; never the secret itself.</param>
    public static WebhookCredentials Parse(string? secrets, string? tokens, ICollection<string> faults)
    {
        var keys = new List<WebhookKey>();
        foreach (var (text, place) in Split(secrets).Select((text, index) => (text, index + 1)))
        {
            if (WebhookKey.Parse(text) is { } key) keys.Add(key);
            else faults.Add($"WEBHOOK_SECRETS, entry {place}: must be whsec_ and base64 of 24 to 64 bytes, whpk_ and a public key, or raw: and a text");
        }

        var usable = new List<string>();
        foreach (var (text, place) in Split(tokens).Select((text, index) => (text, index + 1)))
        {
            if (text.Length >= ShortestToken) usable.Add(text);
            else faults.Add($"WEBHOOK_TOKENS, entry {place}: must have {ShortestToken} characters or more");
        }

        return new WebhookCredentials(keys, usable);
    }

    private static string[] Split(string? list) => list?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
}
