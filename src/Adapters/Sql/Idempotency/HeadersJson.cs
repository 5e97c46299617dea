using System.Text.Json.Serialization;

namespace PersonalizationEngine.Adapters.Sql.Idempotency;

/// <summary>Headers of a kept answer.</summary>
[JsonSerializable(typeof(IReadOnlyList<KeyValuePair<string, string>>))]
internal sealed partial class HeadersJson : JsonSerializerContext;
