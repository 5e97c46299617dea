using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PersonalizationEngine.Engine.Sync.Customers.Positions;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(StoredPosition))]
[JsonSerializable(typeof(StoredSweep))]
internal sealed partial class PositionJson : JsonSerializerContext
{
    /// <summary>Letters stay letters: a position has room for 2,000 characters, and nobody reads it as HTML.</summary>
    public static PositionJson Short { get; } =
        new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
