namespace PersonalizationEngine.Feed.Demo.Catalogue;

/// <summary>Something to read, watch or look up on the site.</summary>
/// <param name="Id">The slug, the last part of the path.</param>
/// <param name="Category">Index of the main category in the word list.</param>
/// <param name="Format">Index of the format in the word list.</param>
/// <param name="Popularity">Relative weight of being found by anybody, above 0.</param>
internal sealed record Item(
    string Id, string Title, string Path, int Category, int Format, DateTimeOffset PublishedAt, double Popularity)
{
    public IReadOnlyList<string> Categories { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string Description { get; init; } = "";
    public int Minutes { get; init; }
    public bool Hidden { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }

    public bool IsOpenAt(DateTimeOffset instant) => !Hidden && PublishedAt <= instant && !(ExpiresAt <= instant);

    public int AgeInDaysAt(DateTimeOffset instant) => (int)(instant - PublishedAt).TotalDays;
}
