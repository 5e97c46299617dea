namespace PersonalizationEngine.Engine.Privacy;

/// <summary>What became of an order to erase somebody.</summary>
/// <param name="Person">A pseudonym: who it was cannot be told from it.</param>
/// <param name="Because"><c>request</c>, or <c>inactive</c>.</param>
/// <param name="Counts">By section of the export, in its order.</param>
/// <param name="Places">Outside the store.</param>
public sealed record Erasure(
    string ErasureId, string Person, string Because, DateTimeOffset BegunAt, IReadOnlyList<HeldCount> Counts, IReadOnlyList<PlaceOutcome> Places)
{
    public const string Request = "request", Inactive = "inactive";

    /// <summary>When all places had forgotten for the first time; null until then.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>When it was looked after once more, for what was under way in other processes; null until then.</summary>
    public DateTimeOffset? SweptAt { get; init; }

    /// <summary>When the person was let in again; null while the tombstones stand.</summary>
    public DateTimeOffset? LiftedAt { get; init; }

    /// <summary>How many tombstones it left.</summary>
    public int Tombstones { get; init; }

    public ErasureState State => LiftedAt is not null ? ErasureState.Lifted
        : DoneAt is not null ? ErasureState.Done
        : Counts.Any(count => count.After is null) ? ErasureState.Erasing
        : ErasureState.Pending;

    public IEnumerable<string> Pending => Places.Where(place => !place.Done).Select(place => place.Place);
}
