using PersonalizationEngine.Engine.Administration.Holdouts;
using PersonalizationEngine.Engine.Personalization.Outbox;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Whom rules with a holdout reached, and whom they would have.</summary>
public interface IRuleExposures
{
    /// <summary>Stores first exposures; one that is there already stays as it is.</summary>
    Task SaveAsync(IReadOnlyList<RuleExposure> exposures, CancellationToken cancellationToken);

    /// <summary>Counts people first reached since an instant, and those of them who converted from then on.</summary>
    /// <param name="goal">Null for any.</param>
    Task<RuleGroups> CountAsync(long ruleId, DateTimeOffset since, string? goal, CancellationToken cancellationToken);
}
