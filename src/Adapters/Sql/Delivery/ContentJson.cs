using System.Text.Json.Serialization;
using PersonalizationEngine.Engine.Delivery.Sending;

namespace PersonalizationEngine.Adapters.Sql.Delivery;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MessageContent))]
internal sealed partial class ContentJson : JsonSerializerContext;
