using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>Templates of messages. One whose texts cannot be read is refused, with the line and the column.</summary>
public sealed class TemplateDesk(
    IDefinitions<MessageTemplateSource> store, NewsOfPlaybook news, NamedDefinitions named, TimeProvider time, Workshop workshop)
    : DefinitionDesk<MessageTemplateSource>(store, news, named, time, MessageTemplateDocument.Read, "Another template has this key.")
{
    protected override Task<IReadOnlyList<DocumentFault>> FaultsAsync(MessageTemplateSource next, CancellationToken cancellationToken)
    {
        var faults = new List<DocumentFault>();
        CompiledTemplate.Of(next, workshop, faults);
        if (next.Topic is { } topic && workshop.Topics.Find(topic) is null)
            faults.Add(new DocumentFault("/topic", $"must be one of delivery.topics: {string.Join(", ", workshop.Topics.All.Select(one => one.Key).DefaultIfEmpty("there are none"))}"));
        return Task.FromResult<IReadOnlyList<DocumentFault>>(faults);
    }
}
