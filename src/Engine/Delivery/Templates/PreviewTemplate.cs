using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>Renders a template for somebody who is there, or for given attributes. Nothing is stored, sent or counted.</summary>
public sealed class PreviewTemplate(PersonSnapshots snapshots, IDefinitions<MessageTemplateSource> store, Workshop workshop)
{
    public const int MaxData = 64 * 1024;

    /// <summary>No message has it: links of a preview lead where they shall and are as long as they will be, and nothing is counted.</summary>
    private const string NoMessage = "msg_00000000000000000000000000000000";

    /// <param name="document">With the draft as <c>template</c>.</param>
    public async Task<Parsed<PreviewedMessage>> OfDraftAsync(JsonElement document, CancellationToken cancellationToken)
    {
        var reader = new DocumentReader(document);
        reader.RefuseUnknown("template", "user_id", "attributes", "channel", "data");
        CompiledTemplate? template = null;
        if (reader.Raw("template") is { ValueKind: JsonValueKind.Object } draft)
        {
            var faults = new List<DocumentFault>();
            var read = MessageTemplateDocument.Read(draft);
            if (read.Succeeded) template = CompiledTemplate.Of(read.Value, workshop, faults);
            foreach (var fault in read.Faults.Concat(faults)) reader.Fault(fault with { Pointer = reader.PointerTo("template") + fault.Pointer });
        }
        else
        {
            reader.Fault("template", "is required: a template");
        }

        return await RenderAsync(reader, template, cancellationToken);
    }

    /// <returns>Null when there is no such template.</returns>
    public async Task<Parsed<PreviewedMessage>?> OfStoredAsync(long id, JsonElement document, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } stored) return null;
        var reader = new DocumentReader(document);
        reader.RefuseUnknown("user_id", "attributes", "channel", "data");
        var faults = new List<DocumentFault>();
        var template = CompiledTemplate.Of(stored.Value, workshop, faults, stored.Id, stored.Version);
        foreach (var fault in faults) reader.Fault(fault);
        return await RenderAsync(reader, template, cancellationToken);
    }

    private async Task<Parsed<PreviewedMessage>> RenderAsync(DocumentReader reader, CompiledTemplate? template, CancellationToken cancellationToken)
    {
        var channel = reader.OneOf("channel", [.. ChannelParts.Of.Keys], required: true);
        var user = reader.Id("user_id");
        var attributes = reader.Map("attributes", MaxData);
        var data = reader.Map("data", MaxData) ?? AttributeMap.Empty;
        if (user is null == attributes is null && reader.Faults.Count == 0)
            reader.Fault("user_id", "is required, or attributes: a person, or what a person would be like");
        if (channel is not null && template is not null && !template.Channels.Contains(channel))
            reader.Fault("channel", $"must be one of {string.Join(", ", template.Channels)}: what the template has something to say on");
        if (reader.Faults.Count > 0) return Parsed.From<PreviewedMessage>(reader, () => throw new InvalidOperationException());

        var person = attributes ?? (await snapshots.GetAsync(user!, cancellationToken)).Snapshot.State.Attributes;
        var id = person["id"] is { Kind: AttributeKind.Text } own ? own.Text : user ?? "nobody";
        var facts = new TemplateFacts(id, person, data, NoMessage, null, null);
        var rendered = template!.Render(channel!, facts);
        return Parsed.From(reader, () => PreviewedMessage.Of(channel!, rendered) with { Defaults = template.DefaultsFor(facts) });
    }
}
