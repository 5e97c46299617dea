namespace PersonalizationEngine.Engine.Identity;

/// <summary>What the limits go by, of the ids that a batch may join; asked of the store only where it may join any.</summary>
/// <param name="LoginsOf">Device to the known people who have logged in on it within the window.</param>
/// <param name="IdsOf">Person to how many ids lead to them.</param>
/// <param name="MergesOf">Person to how many people have become them within the window.</param>
/// <param name="TakenApart">Pairs of people whose merge was undone.</param>
public sealed record LinkHistory(
    IReadOnlyDictionary<string, IReadOnlySet<string>> LoginsOf, IReadOnlyDictionary<string, int> IdsOf, IReadOnlyDictionary<string, int> MergesOf,
    IReadOnlySet<(string From, string To)> TakenApart)
{
    public static LinkHistory None { get; } =
        new(new Dictionary<string, IReadOnlySet<string>>(), new Dictionary<string, int>(), new Dictionary<string, int>(),
        new HashSet<(string, string)>());
}
