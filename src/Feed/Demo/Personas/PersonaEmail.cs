namespace PersonalizationEngine.Feed.Demo.Personas;

/// <summary>One newsletter that reached a persona.</summary>
internal sealed record PersonaEmail
{
    public int DaysAgo { get; init; }
    public double Hour { get; init; }
    public bool Opened { get; init; }
    public bool Clicked { get; init; }
}
