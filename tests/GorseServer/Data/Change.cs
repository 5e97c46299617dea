namespace PersonalizationEngine.GorseServer.Data;

/// <summary>What one request does to the data, as rows after it: applying it twice is applying it once.</summary>
public sealed record Change
{
    public IReadOnlyList<User> Users { get; init; } = [];
    public IReadOnlyList<Item> Items { get; init; } = [];
    public IReadOnlyList<Feedback> Feedback { get; init; } = [];
    public IReadOnlyList<string> DeletedUsers { get; init; } = [];
    public IReadOnlyList<string> DeletedItems { get; init; } = [];
    public IReadOnlyList<FeedbackKey> DeletedFeedback { get; init; } = [];
}
