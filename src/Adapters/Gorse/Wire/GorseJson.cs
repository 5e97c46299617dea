using System.Text.Json.Serialization;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Adapters.Gorse.Wire;

/// <summary>Names as Gorse writes them, which are ours; what else it sends is passed over.</summary>
[JsonSourceGenerationOptions(UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(List<GorseScore>))]
[JsonSerializable(typeof(IReadOnlyList<GorseUser>))]
[JsonSerializable(typeof(IReadOnlyList<GorseItem>))]
[JsonSerializable(typeof(IReadOnlyList<GorseFeedback>))]
[JsonSerializable(typeof(GorseUser[]))]
[JsonSerializable(typeof(GorseItem[]))]
[JsonSerializable(typeof(GorseFeedback[]))]
[JsonSerializable(typeof(AttributeValue))]
[JsonSerializable(typeof(GorseSuccess))]
[JsonSerializable(typeof(GorseHealthStatus))]
internal sealed partial class GorseJson : JsonSerializerContext;
