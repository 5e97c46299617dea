using System.Collections.Frozen;

namespace PersonalizationEngine.Engine.Delivery.Preferences;

/// <summary>The topics there are, in the order people are shown them.</summary>
public sealed class Topics(IReadOnlyList<Topic> all)
{
    private readonly FrozenDictionary<string, Topic> _byKey = all.ToFrozenDictionary(topic => topic.Key, StringComparer.Ordinal);

    public static Topics None { get; } = new([]);

    public IReadOnlyList<Topic> All => all;

    /// <returns>Null for one that is not known.</returns>
    public Topic? Find(string? key) => key is null ? null : _byKey.GetValueOrDefault(key);

    public bool IsCritical(string? key) => Find(key) is { IsCritical: true };
}
