using System.Text.RegularExpressions;

namespace PersonalizationEngine.Functions.Hosting.Telemetry;

/// <summary>Texts that others wrote, as messages of drivers, without what may be somebody's: addresses, numbers, and what stands in quotes.</summary>
internal static partial class PlainText
{
    private const string Instead = "(…)";

    public static string Of(string text) => Numbers().Replace(Quoted().Replace(Emails().Replace(text, Instead), Instead), Instead);

    [GeneratedRegex(@"[^\s@'""<>]+@[^\s@'""<>]+\.[^\s@'""<>]+")]
    private static partial Regex Emails();

    /// <summary>An apostrophe inside of a word is none.</summary>
    [GeneratedRegex(@"(?<!\w)'[^'\r\n]*'(?!\w)|""[^""\r\n]*""")]
    private static partial Regex Quoted();

    /// <summary>Seven digits or more, as of a telephone; a line of code has fewer.</summary>
    [GeneratedRegex(@"\+?\d(?:[\s().-]?\d){6,}")]
    private static partial Regex Numbers();
}
