using System.Text.Json.Serialization;

namespace EmbeddedHost.Keys;

[JsonSourceGenerationOptions(WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeyFileContent))]
internal sealed partial class KeyJson : JsonSerializerContext;
