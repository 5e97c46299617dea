using PersonalizationEngine.Feed.Demo.Words;

namespace PersonalizationEngine.Feed.Demo.Population;

/// <summary>Somebody who visits the site, with what drives them. Of this only what they do reaches the engine.</summary>
internal sealed record Person(int Index, string Tribe, double Intent)
{
    /// <summary>The id they have once identified; null for those who stay anonymous.</summary>
    public string? UserId { get; init; }

    /// <summary>Whether the platform knew them before the month began.</summary>
    public bool KnownBefore { get; init; }
    public Tracking Tracking { get; init; }
    public IReadOnlyList<Device> Devices { get; init; } = [];
    public Location Location { get; init; } = new();
    public string Language { get; init; } = "";
    public Contact? Contact { get; init; }
    public Consents Consents { get; init; } = new();
    public Taste Taste { get; init; } = new([], [], 0);

    /// <summary>When in the month they are most interested, 0 (start) to 1 (now).</summary>
    public double Peak { get; init; }
}
