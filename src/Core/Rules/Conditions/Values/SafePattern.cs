using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace PersonalizationEngine.Core.Rules.Conditions.Values;

/// <summary>
/// A .NET regular expression that cannot run away: in linear time where it can be, which is everything but look-around,
/// back-references, atomic groups and very large repetitions; those backtrack for a few milliseconds at most.
/// Out of time is no match. Immutable; safe from any thread.
/// </summary>
internal sealed class SafePattern
{
    private static readonly TimeSpan BacktrackingTime = TimeSpan.FromMilliseconds(10);

    // Linear, yet a thousand optional letters against a text of many kilobytes still add up.
    private static readonly TimeSpan LinearTime = TimeSpan.FromMilliseconds(100);

    private readonly Regex _regex;

    private SafePattern(Regex regex)
    {
        _regex = regex;
        IsMatch(""); // the first match is the slow one: let it not count against the time of a real text
    }

    public static bool TryCreate(
        string source, bool ignoreCase, [NotNullWhen(true)] out SafePattern? pattern, [NotNullWhen(false)] out string? fault)
    {
        var options = RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        try
        {
            (pattern, fault) = (new SafePattern(Build(source, options)), null);
            return true;
        }
        catch (RegexParseException exception)
        {
            (pattern, fault) = (null, exception.Message);
            return false;
        }
    }

    /// <summary>
    /// The clock also runs while the thread waits for a processor: only a pattern that is out of time twice is too slow.
    /// </summary>
    public bool IsMatch(ReadOnlySpan<char> text) => TryMatch(text) ?? TryMatch(text) ?? false;

    private bool? TryMatch(ReadOnlySpan<char> text)
    {
        try
        {
            return _regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static Regex Build(string source, RegexOptions options)
    {
        try
        {
            return new Regex(source, options | RegexOptions.NonBacktracking, LinearTime);
        }
        catch (NotSupportedException)
        {
            return new Regex(source, options, BacktrackingTime);
        }
    }
}
