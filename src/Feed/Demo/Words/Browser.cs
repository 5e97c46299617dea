namespace PersonalizationEngine.Feed.Demo.Words;

internal sealed record Browser
{
    /// <summary>The user agent with <c>{version}</c> in it.</summary>
    public string Agent { get; init; } = "";
    public int[] Versions { get; init; } = [];

    /// <summary>Width x height in pixels.</summary>
    public string[] Screens { get; init; } = [];
    public bool Mobile { get; init; }
    public double Share { get; init; }
}
