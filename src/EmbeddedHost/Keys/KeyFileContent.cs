using System.Text.Json.Serialization;

namespace EmbeddedHost.Keys;

/// <summary>keys.json. A key given by the environment is not in it.</summary>
internal sealed record KeyFileContent
{
    /// <summary>Opens every function.</summary>
    [JsonPropertyName("_master")]
    public string? Master { get; init; }

    /// <summary>Opens every function of level Function.</summary>
    [JsonPropertyName("default")]
    public string? Default { get; init; }

    /// <summary>By the function's name: a key for that function alone, added by hand.</summary>
    [JsonPropertyName("functions")]
    public Dictionary<string, string> Functions { get; init; } = [];
}
