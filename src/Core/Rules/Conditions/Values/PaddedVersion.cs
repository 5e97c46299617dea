using System.Buffers;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Rules.Conditions.Values;

/// <summary>
/// Versions in an order that plain text comparison gives, as GrowthBook's specification has it: without the leading v and
/// the build after +, split at dots and hyphens, numbers padded to five characters, joined by hyphens, and a final ~
/// after exactly three parts so that 1.0.0 comes after 1.0.0-beta.
/// </summary>
internal static class PaddedVersion
{
    private const string Padding = "     ";

    private static readonly SearchValues<char> Separators = SearchValues.Create(".-");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    public static string Of(string version)
    {
        string[] parts = [.. Core(version).ToString().Split('.', '-').Select(part => $"{PaddingOf(part)}{part}")];
        return string.Join('-', parts) + (parts.Length == 3 ? "-~" : "");
    }

    /// <summary>
    /// Below, at or above zero as the actual version comes before, is or comes after. What is neither text nor number,
    /// and empty text, counts as version 0.
    /// </summary>
    public static int Compare(in AttributeValue actual, string padded)
    {
        Span<char> buffer = stackalloc char[ScalarText.BufferLength];
        var versioned = actual.Kind is AttributeKind.Text or AttributeKind.Number;
        return versioned && ScalarText.TryRead(actual, buffer, out var version) && version.Length > 0
            ? Compare(version, padded)
            : Compare("0", padded);
    }

    /// <summary>Compares piece by piece, so that the actual version is never built.</summary>
    private static int Compare(ReadOnlySpan<char> version, ReadOnlySpan<char> padded)
    {
        var core = Core(version);
        var count = 0;
        foreach (var range in core.SplitAny(Separators))
        {
            var part = core[range];
            if (count++ > 0 && CompareHead("-", ref padded) is not 0 and var hyphen) return hyphen;
            if (CompareHead(PaddingOf(part), ref padded) is not 0 and var padding) return padding;
            if (CompareHead(part, ref padded) is not 0 and var difference) return difference;
        }

        if (count == 3 && CompareHead("-~", ref padded) is not 0 and var tail) return tail;
        return padded.IsEmpty ? 0 : -1;
    }

    private static int CompareHead(ReadOnlySpan<char> piece, ref ReadOnlySpan<char> rest)
    {
        var head = rest[..Math.Min(piece.Length, rest.Length)];
        rest = rest[head.Length..];
        return piece.SequenceCompareTo(head);
    }

    private static ReadOnlySpan<char> Core(ReadOnlySpan<char> version)
    {
        var build = version.IndexOf('+');
        var core = build < 0 ? version : version[..build];
        return core.StartsWith('v') ? core[1..] : core;
    }

    private static ReadOnlySpan<char> PaddingOf(ReadOnlySpan<char> part)
    {
        var padded = part.Length is > 0 and < 5 && !part.ContainsAnyExcept(Digits);
        return padded ? Padding.AsSpan(part.Length) : "";
    }
}
