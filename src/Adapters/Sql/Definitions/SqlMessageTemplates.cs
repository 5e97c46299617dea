using Dapper;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Adapters.Sql.Definitions;

internal sealed class SqlMessageTemplates(SqlDatabase database, ILogger<SqlMessageTemplates> logger)
    : SqlDefinitions<MessageTemplateSource, SqlMessageTemplates.Row>(database, logger, "message_templates", ["template_key", "name", "definition"])
{
    protected override DynamicParameters Parameters(MessageTemplateSource template) => new(new
    {
        template_key = template.Key,
        name = template.Name,
        definition = template.Json.GetRawText(),
    });

    protected override Stored<MessageTemplateSource> Read(Row row)
    {
        var read = MessageTemplateDocument.Read(JsonColumns.ReadElement(row.Definition));
        return read.Succeeded
            ? new Stored<MessageTemplateSource>(row.Id, read.Value, row.Version, row.CreatedAt, row.UpdatedAt)
            : throw new InvalidDataException(read.Faults[0].ToString());
    }

    internal sealed record Row : IDefinitionRow
    {
        public long Id { get; init; }
        public required string Definition { get; init; }
        public int Version { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
    }
}
