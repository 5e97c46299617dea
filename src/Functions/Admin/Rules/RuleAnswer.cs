using System.Text.Json;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.OpenApi;

namespace PersonalizationEngine.Functions.Admin.Rules;

/// <summary>A content rule as it is shown; sending it back changes nothing.</summary>
/// <param name="Holdout">Share of people held out of it; null takes the default of the settings.</param>
internal sealed record RuleAnswer(
    long Id,
    string Name,
    string? Description,
    int Priority,
    bool Active,
    [property: DescribedAs("Condition")] JsonElement Conditions,
    [property: DescribedAs("RuleAction", IsList = true)] JsonElement Actions,
    DateTimeOffset? StartDate,
    DateTimeOffset? EndDate,
    double? Holdout,
    int Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static RuleAnswer Of(Stored<ContentRule> stored) => new(
        stored.Id,
        stored.Value.Name,
        stored.Value.Description,
        stored.Value.Priority,
        stored.Value.Active,
        stored.Value.Condition.Json,
        stored.Value.ActionsJson,
        stored.Value.StartsAt,
        stored.Value.EndsAt,
        stored.Value.Holdout,
        stored.Version,
        stored.CreatedAt,
        stored.UpdatedAt);
}
