using System.Text.Json;

namespace PersonalizationEngine.Feed.Sending.Proof;

/// <summary>
/// A small JSON file of names and secrets the engine wrote into its data folder: <c>webhook-credentials.json</c>
/// (<c>secret</c>, <c>token</c>) or the host's <c>keys.json</c> (<c>_master</c>, <c>default</c>). Other properties are left
/// alone.
/// </summary>
internal sealed class KeyFile(IReadOnlyDictionary<string, string> entries)
{
    /// <summary>The first of these names that the file has, or null.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (entries.TryGetValue(name, out var value) && value.Length > 0) return value;
        }

        return null;
    }

    public static Outcome<KeyFile> Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return new Failure($"{path} does not hold a JSON object.");
            return new KeyFile(document.RootElement.EnumerateObject()
                .Where(property => property.Value.ValueKind == JsonValueKind.String)
                .GroupBy(property => property.Name, property => property.Value.GetString()!)
                .ToDictionary(group => group.Key, group => group.Last()));
        }
        catch (JsonException)
        {
            return new Failure($"{path} is not JSON.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new Failure($"{path} cannot be read: {failure.Message}");
        }
    }
}
