using System.Globalization;

namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>The last run of a synchronisation.</summary>
/// <param name="Rows">That it moved; 0 where it failed.</param>
/// <param name="Succeeded">Whether it came to its end.</param>
public readonly record struct SyncBatch(DateTimeOffset BeganAt, TimeSpan Took, long Rows, bool Succeeded)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{BeganAt.ToUnixTimeMilliseconds()},{(long)Took.TotalMilliseconds},{Rows},{(Succeeded ? 1 : 0)}");

    /// <summary>Null for what is none.</summary>
    public static SyncBatch? Parse(string? text)
    {
        var numbers = (text ?? "").Split(',').Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        return numbers is [>= 0, >= 0, >= 0, >= 0]
            ? new SyncBatch(DateTimeOffset.FromUnixTimeMilliseconds(numbers[0]), TimeSpan.FromMilliseconds(numbers[1]), numbers[2], numbers[3] == 1)
            : null;
    }
}
