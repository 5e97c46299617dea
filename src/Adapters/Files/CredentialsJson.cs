using System.Text.Json.Serialization;

namespace PersonalizationEngine.Adapters.Files;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(LocalCredentials))]
internal sealed partial class CredentialsJson : JsonSerializerContext;
