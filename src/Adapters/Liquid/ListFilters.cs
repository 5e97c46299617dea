using System.Collections;

namespace PersonalizationEngine.Adapters.Liquid;

/// <summary>Filters on lists; each reads its list at once.</summary>
internal static class ListFilters
{
    public static int Size(object? input) => input is null ? 0 : input is string text ? text.Length : Bounded.List(input).Count;

    public static object? First(object? input) => input is string or not IEnumerable ? null : Bounded.List(input).FirstOrDefault();

    public static object? Last(object? input) => input is string or not IEnumerable ? null : Bounded.List(input).LastOrDefault();

    public static List<object?> Split(object? input, object? by)
    {
        var (text, separator) = (Words.Of(input), Words.Of(by));
        if (text.Length == 0) return [];
        if (separator.Length == 0) return Bounded.List(text.Take(LiquidLimits.Elements + 1).Select(character => character.ToString()));
        return Bounded.List(text.Split(separator, LiquidLimits.Elements + 1, StringSplitOptions.None));
    }

    public static string Join(object? input, object? by = null)
    {
        var writer = new BoundedWriter();
        var separator = by is null ? " " : Words.Of(by);
        foreach (var (place, element) in Bounded.List(input).Index())
        {
            if (place > 0) writer.Write(separator);
            writer.Write(Words.Of(element));
        }

        return writer.ToString();
    }

    public static List<object?> Reverse(object? input)
    {
        var list = Bounded.List(input);
        list.Reverse();
        return list;
    }

    public static List<object?> Compact(object? input) => [.. Bounded.List(input).Where(element => element is not null)];

    public static List<object?> Uniq(object? input) => [.. Bounded.List(input).DistinctBy(Words.Of)];

    public static List<object?> Sort(object? input, string? field = null) => [.. Bounded.List(input)
        .OrderBy(element => Number(FieldOf(element, field)) ?? double.MaxValue)
        .ThenBy(element => Words.Of(FieldOf(element, field)), StringComparer.Ordinal)];

    public static List<object?> Map(object? input, string field) => [.. Bounded.List(input).Select(element => FieldOf(element, field))];

    public static List<object?> Where(object? input, string field, object? value = null) => [.. Bounded.List(input).Where(element =>
        FieldOf(element, field) is { } found && (value is null ? found is not false : Words.Of(found) == Words.Of(value)))];

    private static object? FieldOf(object? element, string? field) =>
        field is null ? element : element is IDictionary fields && fields.Contains(field) ? fields[field] : null;

    private static double? Number(object? value) => value is IConvertible and not string and not bool ? Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture) : null;
}
