using System.Text.Json.Serialization;

namespace PersonalizationEngine.Engine.Privacy;

[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class PrivacyJson : JsonSerializerContext;
