namespace PersonalizationEngine.Core.Rules.Care.Proving;

/// <summary>
/// One number for each class of numbers that comparisons with some constants cannot tell apart: the constants, one between
/// each two, one beyond either end, the infinities and NaN.
/// </summary>
internal static class NumberClasses
{
    public static IReadOnlyList<double> Of(IEnumerable<double> constants)
    {
        var sorted = constants.Append(0).Where(double.IsFinite).Distinct().Order().ToList();
        var classes = new List<double>((sorted.Count * 2) + 4)
        {
            double.NaN, double.NegativeInfinity, Below(sorted[0]), Above(sorted[^1]), double.PositiveInfinity,
        };
        classes.AddRange(sorted);
        for (var i = 1; i < sorted.Count; i++)
            if (Between(sorted[i - 1], sorted[i]) is { } between) classes.Add(between);
        return classes;
    }

    private static double Below(double number) => number - 1 < number ? number - 1 : double.BitDecrement(number);

    private static double Above(double number) => number + 1 > number ? number + 1 : double.BitIncrement(number);

    private static double? Between(double low, double high)
    {
        var middle = (low / 2) + (high / 2);
        if (middle > low && middle < high) return middle;
        var next = double.BitIncrement(low);
        return next < high ? next : null;
    }
}
