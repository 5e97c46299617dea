using System.Text.Json;

namespace PersonalizationEngine.GorseServer.Data;

public sealed record User(string UserId, JsonElement? Labels, string Comment);
