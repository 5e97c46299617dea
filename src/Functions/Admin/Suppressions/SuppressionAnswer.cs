using PersonalizationEngine.Engine.Delivery.Suppressions;

namespace PersonalizationEngine.Functions.Admin.Suppressions;

/// <summary>An address that gets nothing.</summary>
/// <param name="Address">Null when its owner was erased: nobody can read it any more, and it goes on being suppressed.</param>
/// <param name="Reason"><c>bounce</c>, <c>complaint</c>, <c>stop</c>, <c>unsubscribe</c>, <c>manual</c>.</param>
/// <param name="Source"><c>provider</c>, or the name of an administrator's key.</param>
internal sealed record SuppressionAnswer(
    string Channel, string? Address, string Reason, string? Detail, string? UserId, string Source, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt)
{
    public static SuppressionAnswer Of(Suppression one) => new(
        one.At.Channel, one.IsOfErased ? null : one.At.Address, one.Reason, one.Detail, one.PersonId, one.Source, one.CreatedAt, one.ExpiresAt);
}
