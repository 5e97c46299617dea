namespace PersonalizationEngine.Engine.Sync.Gorse;

/// <summary>Something that was written at a time.</summary>
public interface IChange
{
    string Id { get; }

    DateTimeOffset ChangedAt { get; }
}
