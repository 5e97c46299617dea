using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What people did.</summary>
public interface IBehaviourSource
{
    /// <summary>A person's activities from that instant on, in time order.</summary>
    IAsyncEnumerable<Activity> ReadAsync(string personId, DateTimeOffset from, CancellationToken cancellationToken);
}
