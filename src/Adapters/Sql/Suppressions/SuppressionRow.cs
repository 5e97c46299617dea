using PersonalizationEngine.Engine.Delivery.Suppressions;

namespace PersonalizationEngine.Adapters.Sql.Suppressions;

internal sealed record SuppressionRow
{
    public const string Columns = "channel, address, reason, detail, person_id, source, created_at, expires_at";

    /// <summary>Before the hash of an address whose owner was erased; no address of any channel begins so.</summary>
    public const string HashMark = "#";

    public static readonly string[] Keys = ["channel", "address"], All = Columns.Split(", ");

    public required string Channel { get; init; }
    public required string Address { get; init; }
    public required string Reason { get; init; }
    public string? Detail { get; init; }
    public string? PersonId { get; init; }
    public required string Source { get; init; }
    public long CreatedAt { get; init; }
    public long? ExpiresAt { get; init; }

    public static object Parameters(Suppression suppression) => new
    {
        channel = suppression.At.Channel,
        address = suppression.At.Address,
        reason = suppression.Reason,
        detail = suppression.Detail,
        person_id = suppression.PersonId,
        source = suppression.Source,
        created_at = UnixMilliseconds.From(suppression.CreatedAt),
        expires_at = UnixMilliseconds.From(suppression.ExpiresAt),
    };

    public Suppression ToSuppression() => new(
        new ChannelAddress(Channel, Address), Reason, Detail, PersonId, Source, UnixMilliseconds.Read(CreatedAt), UnixMilliseconds.Read(ExpiresAt))
    {
        IsOfErased = Address.StartsWith(HashMark, StringComparison.Ordinal),
    };
}
