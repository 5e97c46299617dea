using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Functions.Admin.People;

/// <param name="State"><c>erasing</c>, <c>pending</c>, <c>done</c> or <c>lifted</c>.</param>
/// <param name="Person">A pseudonym, the same in the audit.</param>
/// <param name="Because"><c>request</c> or <c>inactive</c>.</param>
/// <param name="Counts">Rows of each table before and after.</param>
/// <param name="Pending">Places that have still to forget; they are asked again each minute.</param>
/// <param name="Tombstones">How many ids, e-mail addresses and telephone numbers are kept out, as keyed hashes.</param>
/// <param name="SweptAt">When all was done once more, for what was under way in other processes.</param>
/// <param name="Note">What the erasure does not reach by itself.</param>
internal sealed record ErasureAnswer(
    string ErasureId,
    string State,
    string Person,
    string Because,
    DateTimeOffset BegunAt,
    DateTimeOffset? DoneAt,
    DateTimeOffset? SweptAt,
    DateTimeOffset? LiftedAt,
    int Tombstones,
    IReadOnlyList<HeldCountAnswer> Counts,
    IReadOnlyList<PlaceAnswer> Places,
    IReadOnlyList<string> Pending,
    string Note)
{
    private const string Weights =
        "Trained models hold items beside items, no person; what this person's acts weighed in them is gone with the next training. Backups are yours to age out.";

    public static ErasureAnswer Of(Erasure erasure) => new(
        erasure.ErasureId,
        StateOf(erasure.State),
        erasure.Person,
        erasure.Because,
        erasure.BegunAt,
        erasure.DoneAt,
        erasure.SweptAt,
        erasure.LiftedAt,
        erasure.Tombstones,
        [.. erasure.Counts.Select(count => new HeldCountAnswer(count.Section, count.Before, count.After))],
        [.. erasure.Places.Select(place => new PlaceAnswer(place.Place, place.Done))],
        [.. erasure.Pending],
        Weights);

    private static string StateOf(ErasureState state) => state switch
    {
        ErasureState.Erasing => "erasing",
        ErasureState.Pending => "pending",
        ErasureState.Done => "done",
        _ => "lifted",
    };
}
