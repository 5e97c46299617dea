using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;

namespace PersonalizationEngine.Dashboard.Rules.Editing;

/// <summary>Fills the form of a rule from its document, which the engine's reader has accepted.</summary>
public static class RuleText
{
    public static RuleForm Read(JsonElement rule) => new(
        Text(rule, "name"), Text(rule, "description"), Text(rule, "priority") is { Length: > 0 } priority ? priority : "0",
        !(rule.TryGetProperty("active", out var active) && active.ValueKind == JsonValueKind.False),
        rule.TryGetProperty("conditions", out var conditions) ? Hoisted(OutlineReader.Read(conditions)) : OutlineGroup.Everybody,
        rule.TryGetProperty("actions", out var actions) && actions.ValueKind == JsonValueKind.Array ? [.. actions.EnumerateArray().Select(ReadAction)] : [],
        Instant(rule, "start_date"), Instant(rule, "end_date"), Percent(Text(rule, "holdout")), "");

    /// <summary>A single group inside of the whole stands for the whole.</summary>
    private static OutlineGroup Hoisted(OutlineGroup outline) =>
        outline is { Joining: Joining.All, Parts: [OutlineGroup only] } ? only : outline;

    private static ActionForm ReadAction(JsonElement action)
    {
        var read = new ActionForm(Text(action, "type"))
        {
            Slot = Text(action, "slot"),
            Content = action.TryGetProperty("content", out var content) ? ContentText.Read(content) : ContentForm.Empty,
            Where = action.TryGetProperty("where", out var where) ? Hoisted(OutlineReader.Read(where)) : OutlineGroup.Everybody,
            Factor = Text(action, "factor"),
            ItemId = Text(action, "item_id"),
            Position = Text(action, "position"),
            Attribute = Text(action, "attribute"),
            Channel = Text(action, "channel"),
            Template = Text(action, "template"),
            EveryDays = Text(action, "every_days"),
        };
        if (!action.TryGetProperty("value", out var value)) return read;
        return OutlineValue.Read([value]) is { } line
            ? read with { Value = line.Values[0], AsText = line.AsText }
            : read with { Value = JsonShown.Pretty(value), IsJson = true };
    }

    private static string Text(JsonElement document, string name) => !document.TryGetProperty(name, out var value) ? "" : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    private static string Instant(JsonElement document, string name)
    {
        var text = Text(document, name);
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return text;
        var utc = at.UtcDateTime;
        return utc.ToString(utc.Ticks % TimeSpan.TicksPerSecond != 0 ? "yyyy-MM-dd'T'HH:mm:ss.fffffff" : utc.Second != 0 ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
    }

    private static string Percent(string share) =>
        decimal.TryParse(share, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? (number * 100).ToString("0.############", CultureInfo.InvariantCulture) : share;
}
