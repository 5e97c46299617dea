using System.Globalization;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Adapters.Gorse;

/// <summary>
/// Attributes as Gorse takes labels: null, texts, numbers, lists of one kind of those, and objects of all that. It refuses a
/// whole batch for one value of another kind.
/// </summary>
internal static class GorseLabels
{
    /// <summary>
    /// Booleans become <c>"true"</c> and <c>"false"</c>; lists of several kinds become texts, lists in lists are unrolled;
    /// objects in lists and what is left empty are dropped.
    /// </summary>
    public static AttributeValue Of(AttributeMap attributes) => new AttributeMap(
        from name in attributes.Names
        let label = Of(attributes[name])
        where label.Kind != AttributeKind.Missing
        select KeyValuePair.Create(name, label));

    private static AttributeValue Of(AttributeValue value) => value.Kind switch
    {
        AttributeKind.Boolean => Text(value),
        AttributeKind.Number => double.IsFinite(value.Number) ? value : AttributeValue.Missing,
        AttributeKind.List => OfList(value),
        AttributeKind.Map => Of(value.Map) is { Map.Count: > 0 } labels ? labels : AttributeValue.Missing,
        _ => value,
    };

    private static AttributeValue OfList(AttributeValue list)
    {
        var plain = Unrolled(list).ToArray();
        if (plain.Length == 0) return AttributeValue.Missing;
        return Array.TrueForAll(plain, value => value.Kind == AttributeKind.Number)
            ? plain
            : AttributeValue.OfTexts(plain.Select(value => Text(value).Text));
    }

    private static IEnumerable<AttributeValue> Unrolled(AttributeValue list) => list.Items.SelectMany(value => value.Kind switch
    {
        AttributeKind.List => Unrolled(value),
        AttributeKind.Boolean or AttributeKind.Text => [value],
        AttributeKind.Number when double.IsFinite(value.Number) => [value],
        _ => Enumerable.Empty<AttributeValue>(),
    });

    private static AttributeValue Text(AttributeValue value) => value.Kind switch
    {
        AttributeKind.Boolean => value.Boolean ? "true" : "false",
        AttributeKind.Number => value.Number.ToString("R", CultureInfo.InvariantCulture),
        _ => value,
    };
}
