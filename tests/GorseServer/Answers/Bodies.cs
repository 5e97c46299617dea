using PersonalizationEngine.GorseServer.Data;

namespace PersonalizationEngine.GorseServer.Answers;

public sealed record Success(int RowAffected);

public sealed record Score(string Id, [property: System.Text.Json.Serialization.JsonPropertyName("Score")] double Value);

public sealed record UserIterator(string Cursor, IReadOnlyList<User> Users);

public sealed record ItemIterator(string Cursor, IReadOnlyList<Item> Items);

public sealed record FeedbackIterator(string Cursor, IReadOnlyList<Feedback> Feedback);

public sealed record HealthStatus(
    bool Ready, string? DataStoreError, string? CacheStoreError, bool DataStoreConnected, bool CacheStoreConnected);
