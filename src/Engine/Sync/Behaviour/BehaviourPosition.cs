using System.Globalization;

namespace PersonalizationEngine.Engine.Sync.Behaviour;

/// <summary>How far counting has come.</summary>
/// <param name="CountedUntil">Everything up to there was seen by a run that ended well.</param>
/// <param name="FullAt">How far the last run over everybody counted.</param>
internal sealed record BehaviourPosition(DateTimeOffset CountedUntil, DateTimeOffset FullAt)
{
    private const string Format = "O";

    public override string ToString() =>
        $"{CountedUntil.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture)} {FullAt.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture)}";

    /// <summary>Null for what is no position: then everybody is counted.</summary>
    public static BehaviourPosition? Parse(string? text)
    {
        var parts = text?.Split(' ') ?? [];
        return parts.Length == 2 && Read(parts[0]) is { } until && Read(parts[1]) is { } full ? new BehaviourPosition(until, full) : null;
    }

    private static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
}
