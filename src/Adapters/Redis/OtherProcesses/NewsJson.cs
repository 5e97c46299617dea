using System.Text.Json.Serialization;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Adapters.Redis.OtherProcesses;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(AttributeMapJson)])]
[JsonSerializable(typeof(NewsMessage))]
internal sealed partial class NewsJson : JsonSerializerContext;
