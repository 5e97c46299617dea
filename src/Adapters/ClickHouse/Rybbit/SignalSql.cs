using System.Text;
using PersonalizationEngine.Adapters.ClickHouse.Rows;
using PersonalizationEngine.Core.Profiles.Signals;

namespace PersonalizationEngine.Adapters.ClickHouse.Rybbit;

/// <summary>Asks of a row of <c>events</c> what <see cref="SignalPattern.Matches"/> asks of an activity.</summary>
internal sealed class SignalSql(RybbitSchema schema, Question question)
{
    /// <summary>Paths without their trailing slash, as patterns want them.</summary>
    private const string Page = "if(endsWith(pathname, '/') and length(pathname) > 1, substring(pathname, 1, length(pathname) - 1), pathname)";

    private const string LineEnds = @"'\\r\\n|[\\n\\r\\f\\x{85}\\x{2028}\\x{2029}]'";

    private static readonly string[] FormProperties = ["formId", "formName", "formAction"];

    public string AnyOf(IReadOnlyList<SignalPattern> patterns) => Any(patterns.Select(Pattern));

    private string Pattern(SignalPattern pattern)
    {
        // The cheapest first: what comes later is not looked at where an earlier part does not hold.
        List<string> parts = [];
        if (pattern.Types.Count > 0) parts.Add($"type in {question.Texts(pattern.Types)}");
        if (pattern.Names.Count > 0) parts.Add($"lowerUTF8(event_name) in {question.Texts(pattern.Names.Select(Lower))}");
        if (pattern.Pages.Count > 0) parts.Add($"pathname != ''{(Hint("pathname", pattern.Pages) is { } hint ? $" and {hint}" : "")} and match({Page}, {Expression(pattern.Pages)})");
        if (pattern.Forms.Count > 0) parts.Add(Forms(pattern.Forms));
        return parts.Count == 0 ? "1" : $"({string.Join(" and ", parts)})";
    }

    /// <summary>To read a property out of a text is the dearest of all; where the text has no backslash, its letters are those of its properties.</summary>
    private string Forms(IReadOnlyList<Glob> forms)
    {
        var hint = schema.HasPropertiesAsText && Hint("props", forms) is { } letters ? $"({letters} or position(props, '\\\\') > 0) and " : "";
        return hint + Any(FormProperties.Select(property => Form(property, Expression(forms))));
    }

    private string Form(string property, string expression)
    {
        var text = PropertySql.Text(schema, question, property);
        return $"({text} != '' and match(replaceRegexpAll({text}, {LineEnds}, ' '), {expression}))";
    }

    /// <summary>Ignoring case, a dot for any character, and from end to end.</summary>
    private string Expression(IEnumerable<Glob> globs) => question.Text($@"(?is)\A(?:{string.Join('|', globs.Select(glob => glob.Expression))})\z");

    /// <summary>
    /// Looking for a few letters is much cheaper than an expression, and most texts lack them. Only where every pattern has some,
    /// in letters of which ClickHouse knows both cases; otherwise null. No spaces: in a form a line end counts as one.
    /// </summary>
    private string? Hint(string column, IReadOnlyList<Glob> globs)
    {
        var letters = globs.Select(glob => glob.ToString().Split('*', ' ').MaxBy(part => part.Length)!).Distinct().ToList();
        return letters.All(part => part.Length > 1 && Ascii.IsValid(part))
            ? $"multiSearchAnyCaseInsensitive({column}, [{string.Join(", ", letters.Select(question.Text))}])"
            : null;
    }

    private static string Any(IEnumerable<string> conditions) => string.Join(" or ", conditions) is { Length: > 0 } any ? $"({any})" : "0";

#pragma warning disable CA1308 // ClickHouse has lowerUTF8 for the names beside it
    private static string Lower(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308
}
