using PersonalizationEngine.Dashboard.Rules.Editing;

namespace PersonalizationEngine.Dashboard.Rules.Showing;

/// <summary>Actions in words, a line for each thing they say.</summary>
public static class ActionWords
{
    public static IReadOnlyList<ShownLine> Of(IEnumerable<ActionForm> actions) => [.. actions.SelectMany(Of)];

    private static IEnumerable<ShownLine> Of(ActionForm action) => action.Type switch
    {
        "show" => [new ShownLine(0, $"show in the slot {action.Slot}:"), .. Of(action.Content)],
        "boost" => [new ShownLine(0, $"multiply the score of items by {action.Factor} where:"), .. Inside(OutlineWords.Of(action.Where))],
        "filter" => [new ShownLine(0, "recommend only items where:"), .. Inside(OutlineWords.Of(action.Where))],
        "pin" => [new ShownLine(0, $"pin the item {action.ItemId} to place {(action.Position.Length > 0 ? action.Position : "1")}")],
        "set" => [new ShownLine(0, $"set {action.Attribute} to {action.Value}")],
        _ => [new ShownLine(0, $"send a message by {action.Channel} with the template {action.Template}, at most every {(action.EveryDays.Length > 0 ? action.EveryDays : "30")} days")],
    };

    private static IEnumerable<ShownLine> Of(ContentForm content) => content.Mode == "fields"
        ? content.Fields.Select(field => new ShownLine(1, $"{field.Name}: {field.Value}"))
        : content.Text.Split('\n').Select(line => new ShownLine(1, line));

    private static IEnumerable<ShownLine> Inside(IEnumerable<ShownLine> lines) => lines.Select(line => line with { Depth = line.Depth + 1 });
}
