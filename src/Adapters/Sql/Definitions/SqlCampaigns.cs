using Dapper;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Engine.Administration;

namespace PersonalizationEngine.Adapters.Sql.Definitions;

internal sealed class SqlCampaigns(SqlDatabase database, ILogger<SqlCampaigns> logger)
    : SqlDefinitions<Campaign, SqlCampaigns.Row>(database, logger, "campaigns", ["name", "definition"])
{
    protected override DynamicParameters Parameters(Campaign campaign) => new(new { name = campaign.Name, definition = campaign.Document.GetRawText() });

    protected override Stored<Campaign> Read(Row row) => new(
        row.Id, CampaignDocument.Restore(row.Id, JsonColumns.ReadElement(row.Definition)), row.Version, row.CreatedAt, row.UpdatedAt);

    internal sealed record Row : IDefinitionRow
    {
        public long Id { get; init; }
        public required string Name { get; init; }
        public required string Definition { get; init; }
        public int Version { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
    }
}
