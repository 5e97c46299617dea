using System.Text.Json.Serialization;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Adapters.Redis.People;

/// <summary>A member that is missing makes the whole unreadable: better read the person anew than decide by half of one.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(AttributeMapJson)])]
[JsonSerializable(typeof(StoredPerson))]
internal sealed partial class PersonJson : JsonSerializerContext;
