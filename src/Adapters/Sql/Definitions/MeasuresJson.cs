using System.Text.Json.Serialization;

namespace PersonalizationEngine.Adapters.Sql.Definitions;

/// <summary>What an experiment is judged by, as it stands in the column <c>measures</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StoredMeasures))]
internal sealed partial class MeasuresJson : JsonSerializerContext;
