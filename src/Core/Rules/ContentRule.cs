using System.Text.Json;
using PersonalizationEngine.Core.Rules.Actions;

namespace PersonalizationEngine.Core.Rules;

/// <summary>"If the person is like this, do that", as a marketer writes it.</summary>
/// <param name="Priority">-1000 to 1000; higher goes first, ties by id, lower first.</param>
/// <param name="ActionsJson">The actions as they were written.</param>
/// <param name="StartsAt">Inclusive.</param>
/// <param name="EndsAt">Exclusive.</param>
public sealed record ContentRule(
    long Id,
    string Name,
    string? Description,
    int Priority,
    bool Active,
    ConditionSource Condition,
    IReadOnlyList<RuleAction> Actions,
    JsonElement ActionsJson,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt)
{
    /// <summary>Share of the people who would get it and do not, 0 to 0.5; null takes the default of the settings.</summary>
    public double? Holdout { get; init; }

    public bool IsInForce(DateTimeOffset now) => Active && !(now < StartsAt) && !(now >= EndsAt);
}
