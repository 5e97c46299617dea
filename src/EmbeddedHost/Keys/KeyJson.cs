using System.Text.Json.Serialization;

namespace EmbeddedHost.Keys;

[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(KeyFileContent))]
internal sealed partial class KeyJson : JsonSerializerContext;
