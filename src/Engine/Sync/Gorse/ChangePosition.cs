using System.Globalization;

namespace PersonalizationEngine.Engine.Sync.Gorse;

/// <summary>A place in a list ordered by the time of change and then by id.</summary>
public readonly record struct ChangePosition(DateTimeOffset ChangedAt, string Id)
{
    public static ChangePosition Beginning { get; } = new(DateTimeOffset.UnixEpoch, "");

    public static ChangePosition Of(IChange change) => new(change.ChangedAt, change.Id);

    /// <summary>What <see cref="ToString"/> gave.</summary>
    public static ChangePosition Parse(string text)
    {
        var parts = text.Split(' ', 2);
        return new ChangePosition(DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[0], CultureInfo.InvariantCulture)), parts[1]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ChangedAt.ToUnixTimeMilliseconds()} {Id}");
}
