using System.Text.Json;

namespace PersonalizationEngine.GorseServer.Data;

/// <param name="Timestamp">Year 1 when none was given.</param>
/// <param name="Updated">When it was last written.</param>
/// <param name="Labels">Known to the head of Gorse only.</param>
public sealed record Feedback(
    string FeedbackType,
    string UserId,
    string ItemId,
    double Value,
    DateTimeOffset Timestamp,
    DateTimeOffset Updated,
    JsonElement? Labels,
    string Comment)
{
    public FeedbackKey Key() => new(FeedbackType, UserId, ItemId);

    /// <summary>What a POST makes of it: values add up, and it began with the earlier of the two.</summary>
    public Feedback Joined(Feedback news) => news with
    {
        Value = Value + news.Value,
        Timestamp = Timestamp < news.Timestamp ? Timestamp : news.Timestamp,
        Updated = Updated > news.Updated ? Updated : news.Updated,
    };
}
