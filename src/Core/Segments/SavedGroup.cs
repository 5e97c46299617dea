using System.Text.Json;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Segments;

/// <summary>A list of values, usually ids, that conditions name with <c>$inGroup</c>.</summary>
/// <param name="Key">Unique among groups; what conditions name.</param>
/// <param name="Values">Texts, numbers, booleans and null, compared strictly.</param>
/// <param name="ValuesJson">The values as they were written.</param>
public sealed record SavedGroup(
    long Id, string Key, string Name, string? Description, IReadOnlyList<AttributeValue> Values, JsonElement ValuesJson);
