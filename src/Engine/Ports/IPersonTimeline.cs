using PersonalizationEngine.Engine.Leads.Timeline;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What a person did, event by event, as far as it is kept.</summary>
public interface IPersonTimeline
{
    /// <summary>The latest first, by when it happened.</summary>
    /// <param name="before">Null from the latest on.</param>
    Task<IReadOnlyList<PersonEvent>> OfPersonAsync(string personId, TimelinePlace? before, int limit, CancellationToken cancellationToken);
}
