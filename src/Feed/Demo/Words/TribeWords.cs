namespace PersonalizationEngine.Feed.Demo.Words;

/// <summary>A group of people with a taste of its own.</summary>
internal sealed record TribeWords
{
    /// <summary>The name in <see cref="Taste"/> that gives the weight of every category not named.</summary>
    public const string Rest = "rest";

    public string Name { get; init; } = "";
    public double Share { get; init; }

    /// <summary>Added to the leaning to buy, in logits.</summary>
    public double Intent { get; init; }
    public Dictionary<string, double> Taste { get; init; } = [];
    public Dictionary<string, double> Formats { get; init; } = [];
    public string[] Jobs { get; init; } = [];

    public double TasteFor(string category) => Taste.TryGetValue(category, out var weight) ? weight : Taste[Rest];
}
