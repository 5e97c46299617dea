using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.DurableTask;

namespace EmbeddedHost.Durable.Payloads;

/// <summary>Failures and tags as they are kept in durable.db.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptFailure))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class FailureJson : JsonSerializerContext
{
    public static string Write(TaskFailureDetails failure) =>
        JsonSerializer.Serialize(Payloads.KeptFailure.Of(failure), Default.KeptFailure);

    public static TaskFailureDetails Read(string? json) =>
        (json is null ? null : JsonSerializer.Deserialize(json, Default.KeptFailure))?.ToDetails()
        ?? new TaskFailureDetails("System.Exception", "The reason was not kept.", null, null, null);

    public static string? WriteTags(IReadOnlyDictionary<string, string> tags) =>
        tags.Count == 0 ? null : JsonSerializer.Serialize(tags, Default.IReadOnlyDictionaryStringString);

    public static IReadOnlyDictionary<string, string> ReadTags(string? json) =>
        (json is null ? null : JsonSerializer.Deserialize(json, Default.IReadOnlyDictionaryStringString))
        ?? new Dictionary<string, string>();
}
