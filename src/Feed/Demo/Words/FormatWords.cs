namespace PersonalizationEngine.Feed.Demo.Words;

/// <summary>One kind of item; its name is the first part of the path.</summary>
internal sealed record FormatWords
{
    public string Name { get; init; } = "";

    /// <summary>Share of all items, 0 to 1.</summary>
    public double Share { get; init; }
    public string[] Titles { get; init; } = [];
    public string Description { get; init; } = "";

    /// <summary>About how long it takes to read or watch.</summary>
    public int Minutes { get; init; }
}
