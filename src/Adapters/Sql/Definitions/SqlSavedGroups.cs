using Dapper;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Administration;

namespace PersonalizationEngine.Adapters.Sql.Definitions;

internal sealed class SqlSavedGroups(SqlDatabase database, ILogger<SqlSavedGroups> logger)
    : SqlDefinitions<SavedGroup, SqlSavedGroups.Row>(database, logger, "saved_groups", ["group_key", "name", "description", "members"])
{
    protected override DynamicParameters Parameters(SavedGroup group) => new(new
    {
        group_key = group.Key,
        name = group.Name,
        description = group.Description,
        members = group.ValuesJson.GetRawText(),
    });

    protected override Stored<SavedGroup> Read(Row row)
    {
        var group = SavedGroupDocument.Restore(row.Id, row.GroupKey, row.Name, row.Description, JsonColumns.ReadElement(row.Members));
        return new Stored<SavedGroup>(row.Id, group, row.Version, row.CreatedAt, row.UpdatedAt);
    }

    internal sealed record Row : IDefinitionRow
    {
        public long Id { get; init; }
        public required string GroupKey { get; init; }
        public required string Name { get; init; }
        public string? Description { get; init; }
        public required string Members { get; init; }
        public int Version { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
    }
}
