namespace PersonalizationEngine.Feed.Demo.Words;

/// <summary>What the site writes about and how it words it: <c>catalogue.yaml</c>.</summary>
internal sealed record CatalogueWords
{
    public CategoryWords[] Categories { get; init; } = [];
    public FormatWords[] Formats { get; init; } = [];

    public int CategoryNamed(string name) => Categories.Select((category, index) => (category, index))
        .First(pair => pair.category.Name == name).index;
}
