using System.Text.RegularExpressions;

namespace PersonalizationEngine.Core.Profiles.Signals;

/// <summary>
/// A pattern with wildcards, ignoring case. In a path <c>*</c> stands for one segment's characters and <c>**</c> for any
/// depth, as in Rybbit's goals; a trailing slash does not count. In a text <c>*</c> stands for any characters.
/// </summary>
public sealed class Glob
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        | RegexOptions.Singleline;

    private readonly string _literal;
    private readonly Regex? _regex;
    private readonly bool _isPath;

    private Glob(string pattern, bool isPath)
    {
        _isPath = isPath;
        _literal = isPath ? WithoutTrailingSlash(pattern) : pattern;
        Expression = Regex.Escape(_literal).Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", isPath ? "[^/]*" : ".*", StringComparison.Ordinal);
        if (pattern.Contains('*', StringComparison.Ordinal)) _regex = new Regex($@"\A{Expression}\z", Options);
    }

    /// <summary>
    /// The same as a regular expression, for systems that look for themselves: it is for all of a text (of a path, without a
    /// trailing slash), ignores case, and its dot stands for line ends, too.
    /// </summary>
    public string Expression { get; }

    public static Glob ForPath(string pattern) => new(pattern, isPath: true);

    public static Glob ForText(string pattern) => new(pattern, isPath: false);

    public bool Matches(string text)
    {
        var candidate = _isPath ? WithoutTrailingSlash(text) : text;
        return _regex?.IsMatch(candidate) ?? string.Equals(candidate, _literal, StringComparison.OrdinalIgnoreCase);
    }

    public override string ToString() => _literal;

    private static string WithoutTrailingSlash(string path) => path.Length > 1 && path[^1] == '/' ? path[..^1] : path;
}
