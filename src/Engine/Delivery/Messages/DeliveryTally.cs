namespace PersonalizationEngine.Engine.Delivery.Messages;

/// <summary>What became of messages, in numbers.</summary>
/// <param name="Taken">How many were due.</param>
/// <param name="Waiting">That wait, for their hour or the next attempt.</param>
/// <param name="NextDueAt">When the first of those that wait is due; null where none waits.</param>
public sealed record DeliveryTally(int Taken, int Sent, int Waiting, int Suppressed, int Failed, DateTimeOffset? NextDueAt)
{
    public static DeliveryTally Nothing { get; } = new(0, 0, 0, 0, 0, null);

    public static DeliveryTally Of(IReadOnlyList<MessageOutcome> outcomes) => new(
        outcomes.Count,
        outcomes.Count(outcome => outcome.Status == MessageStatus.Sent),
        outcomes.Count(outcome => outcome.Status == MessageStatus.Waiting),
        outcomes.Count(outcome => outcome.Status == MessageStatus.Suppressed),
        outcomes.Count(outcome => outcome.Status == MessageStatus.Failed),
        outcomes.Min(outcome => outcome.DueAt));

    public DeliveryTally Plus(DeliveryTally other) => new(
        Taken + other.Taken, Sent + other.Sent, Waiting + other.Waiting, Suppressed + other.Suppressed, Failed + other.Failed,
        NextDueAt is null || other.NextDueAt < NextDueAt ? other.NextDueAt ?? NextDueAt : NextDueAt);
}
