namespace PersonalizationEngine.Feed.Demo.Words;

internal sealed record CategoryWords
{
    public string Name { get; init; } = "";

    /// <summary>Phrases in lower case that fit the middle of a sentence.</summary>
    public string[] Topics { get; init; } = [];
}
