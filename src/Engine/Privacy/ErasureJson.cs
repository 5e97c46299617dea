using System.Text.Json.Serialization;

namespace PersonalizationEngine.Engine.Privacy;

/// <summary>Erasures as they are kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Erasure))]
public sealed partial class ErasureJson : JsonSerializerContext;
