namespace PersonalizationEngine.Feed.Demo.Personas;

internal sealed record PersonaVisit
{
    /// <summary>Whole days before the day of "now", of a month of 28 days; 1 or more.</summary>
    public int DaysAgo { get; init; }

    /// <summary>Hour of the day in UTC, 0 to 24, with fraction.</summary>
    public double Hour { get; init; }
    public string Channel { get; init; } = "direct";

    /// <summary>Each as <c>page seconds</c> or <c>page seconds > form</c>.</summary>
    public string[] Pages { get; init; } = [];
}
