namespace PersonalizationEngine.Feed.Sending.Answers;

/// <summary>What became of a batch's events.</summary>
internal sealed record BatchAnswer(int Accepted, int Duplicates, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Events refused; may exceed the refusals told, where the engine gave one reason for all.</summary>
    public int Refused { get; init; } = Refusals.Count;
}
