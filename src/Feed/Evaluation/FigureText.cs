using System.Globalization;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Feed.Evaluation;

/// <summary>Figures as tables show them: three decimals, and the interval without its zeros to keep lines short.</summary>
internal static class FigureText
{
    private const string None = "-";

    public static string Count(JsonNode? value) => ((long?)value)?.ToString("N0", CultureInfo.InvariantCulture) ?? None;

    public static string Share(JsonNode? value) => Text((double?)value, "0.000");

    /// <summary>A mean alone: <c>0.312</c>.</summary>
    public static string Mean(JsonNode? estimate, string format = "0.000") => Text((double?)estimate?["value"], format);

    /// <summary>A mean with its interval: <c>0.312 .301-.322</c>.</summary>
    public static string WithInterval(JsonNode? estimate) => (double?)estimate?["low"] is null
        ? Mean(estimate)
        : $"{Mean(estimate)} {Text((double?)estimate["low"], ".000")}-{Text((double?)estimate["high"], ".000")}";

    private static string Text(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? None;
}
