using System.Globalization;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Rules.Conditions.Values;

/// <summary>
/// A value as the number it counts for: missing, null, false and blank text 0, true 1, other text what it says in decimal.
/// Not a number (NaN), which compares with nothing, for lists, maps and any other text.
/// </summary>
internal static class ScalarNumber
{
    public static double Of(in AttributeValue value) => value.Kind switch
    {
        AttributeKind.Number => value.Number,
        AttributeKind.Text => OfText(value.Text),
        AttributeKind.Boolean => value.Boolean ? 1 : 0,
        AttributeKind.Missing or AttributeKind.Null => 0,
        _ => double.NaN,
    };

    private static double OfText(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return 0;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
    }
}
