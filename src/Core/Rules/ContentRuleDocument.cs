using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Rules.Actions;
using PersonalizationEngine.Core.Rules.Holdouts;

namespace PersonalizationEngine.Core.Rules;

/// <summary>Reads a content rule as it is sent to the API; every fault comes with its JSON pointer.</summary>
public static class ContentRuleDocument
{
    public const int MaxActions = 20;

    public static Parsed<ContentRule> Read(JsonElement json)
    {
        var reader = new DocumentReader(json);
        reader.RefuseUnknown(
            "id", "name", "description", "priority", "active", "conditions", "actions", "start_date", "end_date",
            "holdout", "version", "created_at", "updated_at");

        var name = reader.Text("name", 200, required: true);
        var description = reader.Text("description", 2000);
        var priority = reader.Integer("priority", -1000, 1000) ?? 0;
        var active = reader.Flag("active") ?? true;
        var condition = ConditionDocument.Read(reader, "conditions", required: true);
        var actions = reader.Children("actions", 1, MaxActions).Select(RuleActionDocument.Read).ToList();
        var start = reader.Instant("start_date");
        var end = reader.Instant("end_date");
        var holdout = reader.Number("holdout", 0, RuleHoldout.HighestShare);
        if (end <= start) reader.Fault("end_date", "must be after start_date");

        return Parsed.From(reader, () => new ContentRule(
            0, name!, description, (int)priority, active, condition!, actions!, reader.Raw("actions")!.Value.Clone(), start, end)
        {
            Holdout = holdout,
        });
    }

    /// <summary>
    /// A rule that was accepted once, as it was stored. An action that can no longer be read is left out, and a part of the
    /// condition that cannot never holds.
    /// </summary>
    public static ContentRule Restore(
        long id, string name, string? description, int priority, bool active, JsonElement conditions, JsonElement actions,
        DateTimeOffset? start, DateTimeOffset? end) =>
        new(id, name, description, priority, active, ConditionDocument.Restore(conditions),
            [.. actions.EnumerateArray().Select(action => RuleActionDocument.Read(new DocumentReader(action))).OfType<RuleAction>()],
            actions, start, end);
}
