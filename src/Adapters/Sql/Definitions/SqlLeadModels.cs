using Dapper;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Scoring.Models.Documents;
using PersonalizationEngine.Engine.Administration;

namespace PersonalizationEngine.Adapters.Sql.Definitions;

internal sealed class SqlLeadModels(SqlDatabase database, ILogger<SqlLeadModels> logger)
    : SqlDefinitions<LeadModel, SqlLeadModels.Row>(database, logger, "scoring_models", ["model_key", "name", "definition"])
{
    protected override DynamicParameters Parameters(LeadModel model) => new(new
    {
        model_key = model.Key,
        name = model.Name,
        definition = LeadModelText.Of(model),
    });

    protected override Stored<LeadModel> Read(Row row) => new(
        row.Id, LeadModelDocument.Restore(row.Id, JsonColumns.ReadElement(row.Definition)), row.Version, row.CreatedAt, row.UpdatedAt);

    internal sealed record Row : IDefinitionRow
    {
        public long Id { get; init; }
        public required string ModelKey { get; init; }
        public required string Name { get; init; }
        public required string Definition { get; init; }
        public int Version { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
    }
}
