using System.Text.Json;
using System.Text.Json.Serialization;

namespace PersonalizationEngine.Adapters.Fcm;

/// <summary>A service account's key as the Firebase console gives it out.</summary>
public sealed record ServiceAccount(string ProjectId, string ClientEmail, string PrivateKey, string? PrivateKeyId, string? TokenUri)
{
    /// <param name="text">The JSON itself, or the path of a file that holds it.</param>
    /// <returns>Null when it is neither, or something is missing.</returns>
    public static ServiceAccount? Read(string text)
    {
        try
        {
            var json = text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal) ? text : File.ReadAllText(text.Trim());
            return JsonSerializer.Deserialize(json, ServiceAccountJson.Default.ServiceAccount)
                is { ProjectId.Length: > 0, ClientEmail.Length: > 0, PrivateKey.Length: > 0 } account ? account : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ServiceAccount))]
internal sealed partial class ServiceAccountJson : JsonSerializerContext;
