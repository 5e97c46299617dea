namespace PersonalizationEngine.Engine.Delivery.Digests;

/// <summary>Which topics are gathered; most often none.</summary>
public sealed class TopicDigests(IEnumerable<TopicDigest> digests)
{
    private readonly Dictionary<string, TopicDigest> _byTopic = digests.ToDictionary(digest => digest.Topic, StringComparer.Ordinal);

    public static TopicDigests None { get; } = new([]);

    public bool IsEmpty => _byTopic.Count == 0;

    public TopicDigest? Find(string? topic) => topic is null ? null : _byTopic.GetValueOrDefault(topic);
}
