using System.Globalization;
using System.Text.RegularExpressions;

namespace PersonalizationEngine.GorseServer.Requests;

/// <summary>Spans as Go writes them: <c>10m</c>, <c>0h10m0s</c>, <c>1.5h</c>.</summary>
internal static partial class GoDuration
{
    public static TimeSpan Read(string text)
    {
        var match = Form().Match(text);
        if (!match.Success) throw RefusedRequestException.BadRequest($"time: invalid duration \"{text}\"");
        var span = TimeSpan.Zero;
        foreach (Capture part in match.Groups["part"].Captures)
        {
            var unit = part.Value.TrimStart('.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            var number = double.Parse(part.Value[..^unit.Length], CultureInfo.InvariantCulture);
            span += unit switch
            {
                "h" => TimeSpan.FromHours(number),
                "m" => TimeSpan.FromMinutes(number),
                "s" => TimeSpan.FromSeconds(number),
                "ms" => TimeSpan.FromMilliseconds(number),
                _ => TimeSpan.FromMicroseconds(number),
            };
        }

        return text.StartsWith('-') ? -span : span;
    }

    [GeneratedRegex(@"^[+-]?(?<part>\d+(\.\d+)?(h|ms|m|s|us|µs))+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
