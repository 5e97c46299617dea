using System.Text.Json.Serialization;
using PersonalizationEngine.Core.Experiments;

namespace PersonalizationEngine.Adapters.Sql.Definitions;

/// <summary>Variants as they stand in the column <c>variants</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IReadOnlyList<Variant>))]
internal sealed partial class VariantJson : JsonSerializerContext;
