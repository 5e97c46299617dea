using System.Text.Json.Serialization;

namespace PersonalizationEngine.Adapters.Gorse.Wire;

/// <summary>A recommended item. Versions before 0.5.2 give the bare id.</summary>
[JsonConverter(typeof(GorseScoreJson))]
internal sealed record GorseScore(string Id, double Score);
