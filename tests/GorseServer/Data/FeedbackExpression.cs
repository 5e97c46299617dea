using System.Globalization;
using System.Text.RegularExpressions;

namespace PersonalizationEngine.GorseServer.Data;

/// <summary>A feedback type, with or without a bound for its value: <c>read</c>, <c>read&gt;=3</c>.</summary>
public sealed partial record FeedbackExpression(string FeedbackType, string? Comparison, double Bound)
{
    /// <summary>Null when it is none. A single <c>=</c> is read and ignored; <c>==</c> is not read.</summary>
    public static FeedbackExpression? Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success) return null;
        var comparison = match.Groups["op"].Value;
        return comparison is "" or "="
            ? new FeedbackExpression(match.Groups["type"].Value, null, 0)
            : new FeedbackExpression(match.Groups["type"].Value, comparison, BoundOf(match.Groups["bound"].Value));
    }

    private static double BoundOf(string text) => text.Length == 0 ? 0 : double.Parse(text, CultureInfo.InvariantCulture);

    public bool Matches(Feedback feedback) => feedback.FeedbackType == FeedbackType && Comparison switch
    {
        "<" => feedback.Value < Bound,
        "<=" => feedback.Value <= Bound,
        ">" => feedback.Value > Bound,
        ">=" => feedback.Value >= Bound,
        _ => true,
    };

    [GeneratedRegex(@"^(?<type>[a-zA-Z][a-zA-Z0-9_]*)(?<op><=|>=|<|>|=)?(?<bound>[0-9]*\.?[0-9]*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
