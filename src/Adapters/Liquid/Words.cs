using System.Collections;
using System.Globalization;

namespace PersonalizationEngine.Adapters.Liquid;

/// <summary>Values as texts: numbers as JSON writes them, lists without anything between their elements, nothing of what has no text.</summary>
internal static class Words
{
    public static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        IDictionary => "",
        IEnumerable list => string.Concat(Bounded.List(list).Select(Of)),
        decimal number => number.ToString("0.#############################", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };
}
