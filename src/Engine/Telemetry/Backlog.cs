using System.Globalization;

namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>Orchestrations that are not over.</summary>
/// <param name="Pending">That have not begun.</param>
/// <param name="Stuck">That run or should, and have not moved for a quarter of an hour.</param>
public readonly record struct Backlog(long Pending, long Running, long Stuck)
{
    /// <summary>Under which it is written down.</summary>
    public const string Record = "durable";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Pending},{Running},{Stuck}");

    /// <summary>Null for what is none.</summary>
    public static Backlog? Parse(string? text)
    {
        var numbers = (text ?? "").Split(',').Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        return numbers is [>= 0, >= 0, >= 0] ? new Backlog(numbers[0], numbers[1], numbers[2]) : null;
    }
}
