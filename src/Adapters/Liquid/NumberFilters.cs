using System.Globalization;

namespace PersonalizationEngine.Adapters.Liquid;

/// <summary>Filters on numbers. What is no number counts as 0, as in other Liquids.</summary>
internal static class NumberFilters
{
    public static object Plus(object? input, object? other) => Shown(Of(input) + Of(other));

    public static object Minus(object? input, object? other) => Shown(Of(input) - Of(other));

    public static object Times(object? input, object? other) => Shown(Of(input) * Of(other));

    /// <summary>Of two whole numbers a whole one, rounded down.</summary>
    public static object DividedBy(object? input, object? other)
    {
        var (number, divisor) = (Of(input), Of(other));
        if (divisor == 0) throw new LimitReachedException("a number is divided by 0");
        return Shown(IsWhole(number) && IsWhole(divisor) && other is int or long ? Math.Floor(number / divisor) : number / divisor);
    }

    public static object Modulo(object? input, object? other)
    {
        var divisor = Of(other);
        return divisor == 0 ? throw new LimitReachedException("a number is divided by 0") : Shown(Of(input) % divisor);
    }

    public static object Round(object? input, int places = 0) => Shown(Math.Round(Of(input), Math.Clamp(places, 0, 15), MidpointRounding.AwayFromZero));

    public static object Ceil(object? input) => Shown(Math.Ceiling(Of(input)));

    public static object Floor(object? input) => Shown(Math.Floor(Of(input)));

    public static object Abs(object? input) => Shown(Math.Abs(Of(input)));

    public static object AtLeast(object? input, object? least) => Shown(Math.Max(Of(input), Of(least)));

    public static object AtMost(object? input, object? most) => Shown(Math.Min(Of(input), Of(most)));

    private static double Of(object? value) => value switch
    {
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0,
        bool or null => 0,
        IConvertible number => Convert.ToDouble(number, CultureInfo.InvariantCulture),
        _ => 0,
    };

    /// <summary>A whole number is shown without a point, and no number with the dust of its binary form.</summary>
    private static object Shown(double number)
    {
        const double Exact = 1L << 53;
        if (IsWhole(number) && Math.Abs(number) <= Exact) return (long)number;
        return Math.Abs(number) < 1e15 ? Math.Round((decimal)number, 10) : number;
    }

    private static bool IsWhole(double number) => Math.Floor(number) == number;
}
