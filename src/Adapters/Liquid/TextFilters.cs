using System.Globalization;
using DotLiquid;

namespace PersonalizationEngine.Adapters.Liquid;

/// <summary>Filters on texts. Those of the library that could make a text of any length, or fail on what is no text, are replaced here.</summary>
internal static class TextFilters
{
    /// <summary>The last filter of every output; put there when a source is read, and not to be written by anybody.</summary>
    public static string Shown(Context context, object? input, int place) => Run.Of(context).Show(input, place);

    /// <summary>Markup that whoever wrote the template vouches for.</summary>
    public static string Raw(Context context, object? input) => Run.Of(context).AsMarkup(Words.Of(input));

    /// <summary>Another value where there is none, or an empty one.</summary>
    public static object? Default(object? input, object? instead) => input is null or false or "" or System.Collections.ICollection { Count: 0 } ? instead : input;

    public static string Append(object? input, object? text) => Bounded.Joined(Words.Of(input), Words.Of(text));

    public static string Prepend(object? input, object? text) => Bounded.Joined(Words.Of(text), Words.Of(input));

    public static string Replace(object? input, object? what, object? by = null)
    {
        var (text, old, next) = (Words.Of(input), Words.Of(what), Words.Of(by));
        if (old.Length == 0) return text;
        Bound(text.Length + ((long)text.Length / old.Length * Math.Max(0, next.Length - old.Length)));
        return text.Replace(old, next, StringComparison.Ordinal);
    }

    public static string ReplaceFirst(object? input, object? what, object? by = null)
    {
        var (text, old) = (Words.Of(input), Words.Of(what));
        var at = old.Length == 0 ? -1 : text.IndexOf(old, StringComparison.Ordinal);
        return at < 0 ? text : Bounded.Joined(Bounded.Joined(text[..at], Words.Of(by)), text[(at + old.Length)..]);
    }

    public static string Remove(object? input, object? what) => Replace(input, what);

    public static string Upcase(object? input) => Words.Of(input).ToUpperInvariant();

    public static string Downcase(object? input) => Words.Of(input).ToLowerInvariant();

    public static string Capitalize(object? input) => Words.Of(input) is { Length: > 0 } text ? char.ToUpperInvariant(text[0]) + text[1..] : "";

    public static string Strip(object? input) => Words.Of(input).Trim();

    public static string StripNewlines(object? input) => Words.Of(input).ReplaceLineEndings("");

    public static string UrlEncode(object? input)
    {
        const int MostOfOne = 9;
        var text = Words.Of(input);
        Bound((long)text.Length * MostOfOne);
        return Uri.EscapeDataString(text);
    }

    /// <summary>For HTML where it is not done anyhow; what it gives is markup.</summary>
    public static string Escape(Context context, object? input)
    {
        const int MostOfOne = 6;
        var text = Words.Of(input);
        Bound((long)text.Length * MostOfOne);
        return Run.Of(context).AsMarkup(HtmlText.Escape(text));
    }

    public static string NewlineToBr(Context context, object? input)
    {
        const int MostOfOne = 6;
        var text = Words.Of(input);
        Bound((long)text.Length * MostOfOne);
        var run = Run.Of(context);
        return run.AsMarkup(run.Show(text).Replace("&#10;", "\n", StringComparison.Ordinal).ReplaceLineEndings("<br />\n"));
    }

    /// <param name="length">Characters that are left, those of the ending among them.</param>
    public static string Truncate(object? input, int length = 50, string ending = "...")
    {
        var text = Words.Of(input);
        if (length < 0 || text.Length <= length) return text;
        var kept = Math.Max(0, length - ending.Length);
        if (kept > 0 && char.IsHighSurrogate(text[kept - 1])) kept--;
        return Bounded.Joined(text[..kept], ending);
    }

    public static string Truncatewords(object? input, int words = 15, string ending = "...")
    {
        var all = Words.Of(input).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return all.Length <= words || words < 1 ? string.Join(' ', all) : Bounded.Joined(string.Join(' ', all[..words]), ending);
    }

    public static object Slice(object? input, int offset, int length = 1)
    {
        var text = Words.Of(input);
        var from = offset < 0 ? text.Length + offset : offset;
        return from < 0 || from >= text.Length || length <= 0 ? "" : text.Substring(from, Math.Min(length, text.Length - from));
    }

    private static void Bound(long length)
    {
        if (length > LiquidLimits.Text) throw new LimitReachedException(string.Create(CultureInfo.InvariantCulture, $"a text has more than {LiquidLimits.Text} characters"));
    }
}
