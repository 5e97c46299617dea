using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What people did, act by act.</summary>
public interface IBehaviourSource
{
    /// <summary>A person's activities from that instant on, in time order.</summary>
    IAsyncEnumerable<Activity> ReadAsync(string personId, DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>Those of many people, person by person, each in time order; people without any are left out.</summary>
    IAsyncEnumerable<(string PersonId, Activity Activity)> ReadAsync(
        IReadOnlyCollection<string> personIds, DateTimeOffset from, CancellationToken cancellationToken);
}
