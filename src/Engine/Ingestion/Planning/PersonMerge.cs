namespace PersonalizationEngine.Engine.Ingestion.Planning;

/// <summary>Everything held under one person moves to the other.</summary>
/// <param name="Because">The identity that showed the two to be one.</param>
public sealed record PersonMerge(string From, string To, string Because)
{
    /// <summary>The event that said so; empty where none did.</summary>
    public string EventId { get; init; } = "";

    /// <summary>The two as they were just before; null where it was not kept, and then there is no way back.</summary>
    public MergedPerson? FromBefore { get; init; }

    /// <inheritdoc cref="FromBefore"/>
    public MergedPerson? ToBefore { get; init; }

    /// <summary>Ids that this batch made known to be the first one's; the store knows the others.</summary>
    public IReadOnlyList<string> FromIds { get; init; } = [];
}
