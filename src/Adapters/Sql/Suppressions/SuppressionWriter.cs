using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Delivery.Suppressions;

namespace PersonalizationEngine.Adapters.Sql.Suppressions;

/// <summary>Writes suppressions within a transaction, those of erased people without who they were.</summary>
internal sealed class SuppressionWriter(Tombstones tombstones)
{
    private const string Select = $"select {SuppressionRow.Columns} from suppressions where channel = @Channel and address = @Address";

    /// <returns>How many were added or changed.</returns>
    public async Task<int> WriteAsync(SqlTransaction transaction, IReadOnlyList<Suppression> suppressions)
    {
        var people = await tombstones.ErasedAmongAsync(transaction, suppressions.Select(one => one.PersonId).OfType<string>());
        var erased = await tombstones.NamingAsync(transaction, [.. suppressions.Select(one => (IReadOnlyList<string>)[one.At.Address])]);
        var written = 0;
        foreach (var (place, suppression) in suppressions.Index())
        {
            var isErased = erased.Contains(place) || (suppression.PersonId is { } person && people.Contains(person));
            if (await WriteAsync(transaction, isErased ? Hidden(suppression, tombstones) : suppression)) written++;
        }

        return written;
    }

    public static Suppression Hidden(Suppression suppression, Tombstones tombstones) =>
        suppression with { At = Hidden(suppression.At, tombstones), Detail = null, PersonId = null };

    public static ChannelAddress Hidden(ChannelAddress address, Tombstones tombstones) =>
        address with { Address = SuppressionRow.HashMark + tombstones.Key.OfContact(address.Address) };

    private static async Task<bool> WriteAsync(SqlTransaction transaction, Suppression suppression)
    {
        var present = (await transaction.QueryAsync<SuppressionRow>(Select, suppression.At)) is [var row, ..] ? row.ToSuppression() : null;
        if (suppression.Reason == SuppressionReasons.SoftBounce)
        {
            if (present is { Reason: not SuppressionReasons.SoftBounce }) return false;
            var (noted, suppresses) = SoftBounces.Note(present?.Detail, suppression.CreatedAt);
            suppression = suppresses
                ? suppression with { Reason = SuppressionReasons.Bounce, Detail = $"{SoftBounces.Most} soft bounces within {SoftBounces.Within.Days} days" }
                : suppression with { Detail = noted, ExpiresAt = suppression.CreatedAt + SoftBounces.Within };
        }

        var isOver = present?.ExpiresAt <= suppression.CreatedAt;
        var weighsMore = present is null || isOver || SuppressionReasons.Weight(suppression.Reason) > SuppressionReasons.Weight(present.Reason);
        if (!weighsMore && suppression.Reason != SuppressionReasons.SoftBounce) return false;
        await transaction.ExecuteAsync(transaction.Dialect.Upsert("suppressions", SuppressionRow.Keys, SuppressionRow.All), [SuppressionRow.Parameters(suppression)]);
        return true;
    }
}
