using System.Text.Json;
using System.Text.Json.Serialization;

namespace PersonalizationEngine.Engine.Sync.Customers.Positions;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(StoredPosition))]
[JsonSerializable(typeof(StoredSweep))]
internal sealed partial class PositionJson : JsonSerializerContext;
