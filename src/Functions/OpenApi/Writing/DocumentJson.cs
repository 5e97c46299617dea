using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PersonalizationEngine.Functions.OpenApi.Writing;

[JsonSerializable(typeof(JsonObject))]
internal sealed partial class DocumentJson : JsonSerializerContext;
