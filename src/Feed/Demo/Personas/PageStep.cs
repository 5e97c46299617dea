using System.Globalization;

namespace PersonalizationEngine.Feed.Demo.Personas;

/// <summary>One page of a persona's visit.</summary>
/// <param name="Page">A path, or <c>format/category</c> for an item.</param>
/// <param name="Form">The form sent at the end, if any.</param>
internal sealed record PageStep(string Page, double Seconds, string? Form)
{
    /// <param name="text"><c>page seconds</c> or <c>page seconds > form</c>.</param>
    public static PageStep Parse(string text)
    {
        var halves = text.Split('>', StringSplitOptions.TrimEntries);
        var words = halves[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new PageStep(words[0], double.Parse(words[1], CultureInfo.InvariantCulture), halves.ElementAtOrDefault(1));
    }
}
