using System.Globalization;

namespace PersonalizationEngine.Adapters.ClickHouse.Rybbit;

/// <summary>
/// A part of all visitors. An answer is read as fast as it is stored, and ClickHouse counts that time against the question:
/// about a million visitors at once it would break off. Each slice is a question of its own, with its own time.
/// </summary>
/// <param name="Index">From 0.</param>
/// <param name="Count">How many slices there are.</param>
internal readonly record struct VisitorSlice(int Index, int Count)
{
    private const long Visitors = 100_000;

    public static IEnumerable<VisitorSlice> Of(long visitors)
    {
        var count = (int)Math.Max(1, (visitors + (Visitors / 2)) / Visitors);
        return Enumerable.Range(0, count).Select(index => new VisitorSlice(index, count));
    }

    /// <summary>A further condition on rows; nothing when there is one slice only.</summary>
    public string And(string visitor) => Count == 1
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" and cityHash64({visitor}) % {Count} = {Index}");
}
