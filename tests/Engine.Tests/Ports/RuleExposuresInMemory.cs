using PersonalizationEngine.Engine.Administration.Holdouts;
using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

/// <summary>Keeps what it is given, and answers with what a test has set.</summary>
internal sealed class RuleExposuresInMemory : IRuleExposures
{
    private readonly Lock _writing = new();
    private readonly List<RuleExposure> _exposures = [];

    public RuleGroups Groups { get; set; } = new(RuleGroup.Nobody, RuleGroup.Nobody, 0);

    public IReadOnlyList<RuleExposure> Exposures
    {
        get
        {
            lock (_writing) return [.. _exposures];
        }
    }

    public Task SaveAsync(IReadOnlyList<RuleExposure> exposures, CancellationToken cancellationToken)
    {
        lock (_writing) _exposures.AddRange(exposures);
        return Task.CompletedTask;
    }

    public Task<RuleGroups> CountAsync(long ruleId, DateTimeOffset since, string? goal, CancellationToken cancellationToken) =>
        Task.FromResult(Groups);
}
