using System.Globalization;

namespace PersonalizationEngine.Dashboard.Charts;

/// <summary>An axis with round numbers on it, that holds all values and lies to nobody: it begins at zero unless asked not to.</summary>
public sealed record Scale
{
    private const int Wanted = 4;

    private Scale(double low, double high, double step) => (Low, High, StepSize) = (low, high, step);

    public double Low { get; }

    public double High { get; }

    private double StepSize { get; }

    public IEnumerable<double> Ticks
    {
        get
        {
            var count = (int)Math.Round((High - Low) / StepSize);
            for (var index = 0; index <= count; index++) yield return Low + (index * StepSize);
        }
    }

    /// <param name="fromZero">Whether zero is on the axis whatever the values are.</param>
    public static Scale Of(IEnumerable<double> values, bool fromZero = true)
    {
        var finite = values.Where(double.IsFinite).ToList();
        var (low, high) = finite.Count == 0 ? (0, 1) : (finite.Min(), finite.Max());
        if (fromZero) (low, high) = (Math.Min(0, low), Math.Max(0, high));
        if (high <= low) high = low + (low == 0 ? 1 : Math.Abs(low) * 0.1);
        var step = RoundStep((high - low) / Wanted);
        return new Scale(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    /// <returns>0 at the low end, 1 at the high end.</returns>
    public double Share(double value) => (value - Low) / (High - Low);

    public string Text(double tick, string format)
    {
        var rounded = Math.Abs(tick) < StepSize / 1e6 ? 0 : tick;
        // Whole numbers would say the same at two ticks where these lie less than one apart.
        var isTooCoarse = StepSize < 1 && format is ("#,0" or "0");
        return rounded.ToString(isTooCoarse ? "#,0.##" : format, CultureInfo.InvariantCulture);
    }

    /// <summary>1, 2 or 5 times a power of ten.</summary>
    private static double RoundStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var share = rough / power;
        return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    }
}
