using PersonalizationEngine.Engine.Delivery.DeadLetters;

namespace PersonalizationEngine.Functions.Admin.DeadLetters;

/// <param name="Kind">What gave it up; <c>webhook</c> for customers' endpoints, <c>message</c> for people.</param>
/// <param name="Id">Unique within its kind.</param>
/// <param name="To">Where it was to go: never an address of a person.</param>
/// <param name="What">The type of the event, or the template.</param>
/// <param name="Reason">Of the last attempt.</param>
internal sealed record DeadLetterAnswer(
    string Kind, long Id, string MessageId, string To, string What, string Reason, string? Detail, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset DiedAt)
{
    public static DeadLetterAnswer Of(DeadLetter letter) => new(
        letter.Kind, letter.Id, letter.MessageId, letter.To, letter.What, letter.Reason, letter.Detail, letter.Attempts, letter.CreatedAt, letter.DiedAt);
}
