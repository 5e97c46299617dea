using System.Text.Json;

namespace PersonalizationEngine.Functions.Settings.Connections;

/// <summary>A service account's key as the Firebase console gives it out.</summary>
internal sealed record FcmCredentials(string ProjectId, string ClientEmail, string PrivateKey, string? PrivateKeyId, string? TokenUri)
{
    public const string Accepted = "must be the JSON of a service account, or the path of a file that holds it";

    /// <returns>Null when it is neither, or something is missing.</returns>
    public static FcmCredentials? Read(string text)
    {
        try
        {
            var json = text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal) ? text : File.ReadAllText(text.Trim());
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return Text(root, "project_id") is { } project && Text(root, "client_email") is { } email && Text(root, "private_key") is { } key
                ? new FcmCredentials(project, email, key, Text(root, "private_key_id"), Text(root, "token_uri"))
                : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
