using PersonalizationEngine.Engine.Overview.Minutes;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What all processes did, stretch by stretch.</summary>
public interface IDecisionMinutes
{
    /// <summary>Writes stretches; one that is there already is replaced.</summary>
    Task SaveAsync(IReadOnlyList<CountedSpan> spans, CancellationToken cancellationToken);

    /// <summary>Stretches of one length that began at an instant or later, of all processes, the earliest first.</summary>
    Task<IReadOnlyList<CountedSpan>> ReadAsync(int minutes, DateTimeOffset since, CancellationToken cancellationToken);
}
