using System.Text.Json;

namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

/// <summary>Follows JSON pointers (RFC 6901).</summary>
internal static class JsonPlace
{
    public static bool Exists(string json, string jsonPointer)
    {
        var current = JsonElement.Parse(json);
        foreach (var token in jsonPointer.Split('/').Skip(1))
        {
            var name = token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            var found = current.ValueKind == JsonValueKind.Array
                ? int.TryParse(name, out var index) && index < current.GetArrayLength()
                : current.TryGetProperty(name, out _);
            if (!found) return false;
            current = current.ValueKind == JsonValueKind.Array ? current[int.Parse(name)] : current.GetProperty(name);
        }

        return true;
    }
}
