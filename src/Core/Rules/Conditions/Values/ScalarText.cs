using System.Globalization;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Rules.Conditions.Values;

/// <summary>
/// Text, number or boolean as text: whole numbers up to 18 digits in full, others as the shortest digits that read back
/// to the same double. Missing, null, lists and maps have no text.
/// </summary>
internal static class ScalarText
{
    /// <summary>Room for the longest double, in characters.</summary>
    public const int BufferLength = 32;

    private const double LongestWhole = 1e18;

    public static bool TryRead(in AttributeValue value, Span<char> buffer, out ReadOnlySpan<char> text)
    {
        switch (value.Kind)
        {
            case AttributeKind.Text: text = value.Text; return true;
            case AttributeKind.Boolean: text = value.Boolean ? "true" : "false"; return true;
            case AttributeKind.Number: text = buffer[..Format(value.Number, buffer)]; return true;
            default: text = default; return false;
        }
    }

    public static string Of(in AttributeValue value)
    {
        Span<char> buffer = stackalloc char[BufferLength];
        return TryRead(value, buffer, out var text) ? text.ToString() : "";
    }

    private static int Format(double number, Span<char> buffer)
    {
        int length;
        _ = Math.Abs(number) < LongestWhole && number == Math.Truncate(number)
            ? ((long)number).TryFormat(buffer, out length, default, CultureInfo.InvariantCulture)
            : number.TryFormat(buffer, out length, default, CultureInfo.InvariantCulture);
        return length;
    }
}
