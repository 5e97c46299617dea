using System.Globalization;
using Dapper;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Administration;

namespace PersonalizationEngine.Adapters.Sql.Definitions;

internal sealed class SqlContentRules(SqlDatabase database, ILogger<SqlContentRules> logger)
    : SqlDefinitions<ContentRule, SqlContentRules.Row>(database, logger, "content_rules", Columns)
{
    private static readonly string[] Columns =
        ["name", "description", "priority", "is_active", "conditions", "actions", "start_date", "end_date", "holdout"];

    protected override DynamicParameters Parameters(ContentRule rule) => new(new
    {
        name = rule.Name,
        description = rule.Description,
        priority = rule.Priority,
        is_active = rule.Active,
        conditions = rule.Condition.Json.GetRawText(),
        actions = rule.ActionsJson.GetRawText(),
        start_date = rule.StartsAt,
        end_date = rule.EndsAt,
        holdout = rule.Holdout,
    });

    protected override Stored<ContentRule> Read(Row row)
    {
        var rule = ContentRuleDocument.Restore(
            row.Id, row.Name, row.Description, row.Priority, row.IsActive,
            JsonColumns.ReadElement(row.Conditions), JsonColumns.ReadElement(row.Actions), row.StartDate, row.EndDate) with
        {
            Holdout = row.Holdout is { } share ? Convert.ToDouble(share, CultureInfo.InvariantCulture) : null,
        };
        return new Stored<ContentRule>(row.Id, rule, row.Version, row.CreatedAt, row.UpdatedAt);
    }

    internal sealed record Row : IDefinitionRow
    {
        public long Id { get; init; }
        public required string Name { get; init; }
        public string? Description { get; init; }
        public int Priority { get; init; }
        public bool IsActive { get; init; }
        public required string Conditions { get; init; }
        public required string Actions { get; init; }
        public DateTimeOffset? StartDate { get; init; }
        public DateTimeOffset? EndDate { get; init; }

        /// <summary>SQLite keeps 0 as a whole number and 0.05 as none; typed, the first row read would decide for all others.</summary>
        public object? Holdout { get; init; }

        public int Version { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
    }
}
