using System.Globalization;

namespace PersonalizationEngine.Engine.Sync.Gorse;

/// <summary>How far interests have been told.</summary>
/// <param name="After">The last act that was taken in.</param>
/// <param name="Walked">In the first walk through everybody, the last person told; null when the walk is over.</param>
internal readonly record struct ActPosition(long After, string? Walked)
{
    public static ActPosition Parse(string text)
    {
        var parts = text.Split(' ', 2);
        return new ActPosition(long.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? parts[1] : null);
    }

    public override string ToString()
    {
        var after = After.ToString(CultureInfo.InvariantCulture);
        return Walked is null ? after : $"{after} {Walked}";
    }
}
