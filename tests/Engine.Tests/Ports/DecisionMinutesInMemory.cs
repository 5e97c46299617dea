using PersonalizationEngine.Engine.Overview.Minutes;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

internal sealed class DecisionMinutesInMemory : IDecisionMinutes
{
    private readonly Dictionary<(int Minutes, DateTimeOffset At, string Process), CountedSpan> _spans = [];

    public Disturbance Writing { get; } = new();

    public IReadOnlyList<CountedSpan> Spans(int minutes) => [.. _spans.Values.Where(span => span.Minutes == minutes).OrderBy(span => span.StartsAt)];

    public async Task SaveAsync(IReadOnlyList<CountedSpan> spans, CancellationToken cancellationToken)
    {
        await Writing.PassAsync();
        foreach (var span in spans) _spans[(span.Minutes, span.StartsAt, span.Process)] = span;
    }

    public Task<IReadOnlyList<CountedSpan>> ReadAsync(int minutes, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CountedSpan>>([.. Spans(minutes).Where(span => span.StartsAt >= since)]);
}
