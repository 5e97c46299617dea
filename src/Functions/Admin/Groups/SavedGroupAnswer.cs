using System.Text.Json;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.OpenApi;

namespace PersonalizationEngine.Functions.Admin.Groups;

/// <summary>A saved group as it is shown; sending it back changes nothing.</summary>
internal sealed record SavedGroupAnswer(
    long Id, string Key, string Name, string? Description, [property: DescribedAs("SavedValue", IsList = true)] JsonElement Values,
    int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static SavedGroupAnswer Of(Stored<SavedGroup> stored) => new(
        stored.Id, stored.Value.Key, stored.Value.Name, stored.Value.Description, stored.Value.ValuesJson,
        stored.Version, stored.CreatedAt, stored.UpdatedAt);
}
