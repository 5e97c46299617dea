using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Administration;

namespace PersonalizationEngine.Adapters.Sql.Definitions;

internal sealed class SqlSegments(SqlDatabase database, ILogger<SqlSegments> logger)
    : SqlDefinitions<Segment, SqlSegments.Row>(database, logger, "segments", ["segment_key", "name", "description", "conditions"])
{
    protected override DynamicParameters Parameters(Segment segment) => new(new
    {
        segment_key = segment.Key,
        name = segment.Name,
        description = segment.Description,
        conditions = segment.Condition.Json.GetRawText(),
    });

    protected override Stored<Segment> Read(Row row)
    {
        var condition = JsonColumns.ReadElement(row.Conditions);
        if (condition.ValueKind != JsonValueKind.Object) throw new JsonException("A condition is an object.");
        var segment = new Segment(row.Id, row.SegmentKey, row.Name, row.Description, ConditionDocument.Restore(condition));
        return new Stored<Segment>(row.Id, segment, row.Version, row.CreatedAt, row.UpdatedAt);
    }

    internal sealed record Row : IDefinitionRow
    {
        public long Id { get; init; }
        public required string SegmentKey { get; init; }
        public required string Name { get; init; }
        public string? Description { get; init; }
        public required string Conditions { get; init; }
        public int Version { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
    }
}
