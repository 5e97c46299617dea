using System.Text.Json.Serialization;

namespace PersonalizationEngine.Core.Recommendations.Models.Persistence;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StoredModelsHeader))]
internal sealed partial class StoredModelsJson : JsonSerializerContext;
