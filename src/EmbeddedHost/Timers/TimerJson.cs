using System.Text.Json.Serialization;

namespace EmbeddedHost.Timers;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(Dictionary<string, TimerStatus>))]
internal sealed partial class TimerJson : JsonSerializerContext;
