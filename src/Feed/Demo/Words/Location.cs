namespace PersonalizationEngine.Feed.Demo.Words;

internal sealed record Location
{
    /// <summary>Two letters.</summary>
    public string Country { get; init; } = "";

    /// <summary>IANA name.</summary>
    public string Timezone { get; init; } = "";

    /// <summary>Standard time; visits keep office hours by it, daylight saving is not played.</summary>
    public double HoursFromUtc { get; init; }
    public string[] Languages { get; init; } = [];
    public double Share { get; init; }
}
