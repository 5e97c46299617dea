using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Rules.Actions;

/// <summary>Actions to and from the JSON they are written in; <c>type</c> says which one.</summary>
public static class RuleActionDocument
{
    private const int MaxSlotLength = 64;
    private const int MaxContentLength = 16 * 1024;

    private static readonly string[] Types = ["show", "boost", "filter", "pin", "set", "message"];

    /// <summary>The action, or null when it is faulty.</summary>
    public static RuleAction? Read(DocumentReader reader) => reader.OneOf("type", Types, required: true) switch
    {
        "show" => Show(reader),
        "boost" => Boost(reader),
        "filter" => Where(reader, "type", "where") is { } where ? new FilterItems(where) : null,
        "pin" => Pin(reader),
        "set" => Set(reader),
        "message" => Message(reader),
        _ => null,
    };

    private static ShowContent? Show(DocumentReader reader)
    {
        reader.RefuseUnknown("type", "slot", "content");
        var slot = reader.Text("slot", MaxSlotLength, required: true);
        var content = Value(reader, "content");
        return slot is null || content is null ? null : new ShowContent(slot, content.Value);
    }

    private static BoostItems? Boost(DocumentReader reader)
    {
        var where = Where(reader, "type", "where", "factor");
        var factor = reader.Number("factor", 0, 100, required: true);
        return where is null || factor is null ? null : new BoostItems(where, factor.Value);
    }

    private static PinItem? Pin(DocumentReader reader)
    {
        reader.RefuseUnknown("type", "item_id", "position");
        var item = reader.Id("item_id", required: true);
        var position = reader.Integer("position", 1, 50) ?? 1;
        return item is null ? null : new PinItem(item, (int)position);
    }

    private static SetValue? Set(DocumentReader reader)
    {
        reader.RefuseUnknown("type", "attribute", "value");
        var attribute = reader.Text("attribute", MaxSlotLength, required: true);
        var value = Value(reader, "value");
        return attribute is null || value is null ? null : new SetValue(attribute, value.Value);
    }

    private static RequestMessage? Message(DocumentReader reader)
    {
        reader.RefuseUnknown("type", "channel", "template", "every_days");
        var channel = reader.OneOf("channel", [.. Channels.All], required: true);
        var template = reader.Text("template", 200, required: true);
        var days = reader.Integer("every_days", 1, 365) ?? 30;
        return channel is null || template is null ? null : new RequestMessage(channel, template, TimeSpan.FromDays(days));
    }

    private static ConditionSource? Where(DocumentReader reader, params ReadOnlySpan<string> known)
    {
        reader.RefuseUnknown(known);
        var where = ConditionDocument.Read(reader, "where", required: true);
        if (where is null || !AskedOfPeople.Any(where.Condition)) return where;
        reader.Fault("where", "judges an item: what somebody did and when it is stand in the conditions of the rule");
        return null;
    }

    private static AttributeValue? Value(DocumentReader reader, string name)
    {
        if (reader.Raw(name) is { ValueKind: not JsonValueKind.Null } json && json.GetRawText().Length <= MaxContentLength)
            return AttributeJson.Read(json);
        reader.Fault(name, $"is required: any JSON value but null, of at most {MaxContentLength} characters");
        return null;
    }
}
