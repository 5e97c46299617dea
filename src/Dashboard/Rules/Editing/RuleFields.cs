using System.Globalization;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;
using PersonalizationEngine.Dashboard.Forms;

namespace PersonalizationEngine.Dashboard.Rules.Editing;

/// <summary>A rule as the fields of a posted form, and back.</summary>
public static class RuleFields
{
    public const string Condition = "condition";

    private const int MostActions = 40, MostFields = 60;

    public static string Action(int place) => string.Create(CultureInfo.InvariantCulture, $"action.{place}");

    public static RuleForm Read(PostedForm form)
    {
        var actions = new List<ActionForm>();
        while (actions.Count < MostActions && form[$"{Action(actions.Count)}.type"] is { } type) actions.Add(ReadAction(form, Action(actions.Count), type));
        return new RuleForm(
            form["name"] ?? "", (form["description"] ?? "").ReplaceLineEndings("\n"), form["priority"] ?? "", form.Has("active"),
            ConditionFields.Read(form, Condition) ?? OutlineGroup.Everybody, actions, form["start"] ?? "", form["end"] ?? "", form["holdout"] ?? "",
            form["reason"] ?? "");
    }

    public static IEnumerable<(string Name, string Value)> Write(RuleForm rule) =>
    [
        ("name", rule.Name), ("description", rule.Description), ("priority", rule.Priority), .. Flag("active", rule.Active),
        .. ConditionFields.Write(rule.Condition, Condition), .. rule.Actions.SelectMany((action, i) => WriteAction(action, Action(i))),
        ("start", rule.Start), ("end", rule.End), ("holdout", rule.Holdout), ("reason", rule.Reason),
    ];

    private static ActionForm ReadAction(PostedForm form, string at, string type)
    {
        var fields = new List<(string Name, string Value)>();
        while (fields.Count < MostFields && form[$"{at}.field.{fields.Count}.name"] is { } name)
            fields.Add((name, form.Raw($"{at}.field.{fields.Count}.value") ?? ""));
        var old = new ActionForm(type);
        return old with
        {
            Slot = form[$"{at}.slot"] ?? "",
            Content = form[$"{at}.mode"] is { } mode
                ? new ContentForm(mode, fields.Count == 0 && mode == "fields" && !form.Has($"{at}.fields") ? old.Content.Fields : fields, (form.Raw($"{at}.text") ?? "").ReplaceLineEndings("\n"))
                : old.Content,
            Where = ConditionFields.Read(form, $"{at}.where") ?? old.Where,
            Factor = form[$"{at}.factor"] ?? old.Factor,
            ItemId = form[$"{at}.item"] ?? "",
            Position = form[$"{at}.position"] ?? "",
            Attribute = form[$"{at}.attribute"] ?? "",
            Value = (form.Raw($"{at}.value") ?? "").ReplaceLineEndings("\n"),
            AsText = form.Has($"{at}.astext"),
            IsJson = form.Has($"{at}.isjson"),
            Channel = form[$"{at}.channel"] ?? old.Channel,
            Template = form[$"{at}.template"] ?? "",
            EveryDays = form[$"{at}.every"] ?? "",
        };
    }

    private static IEnumerable<(string Name, string Value)> WriteAction(ActionForm action, string at) =>
    [
        ($"{at}.type", action.Type),
        .. action.Type switch
        {
            "show" => WriteShow(action, at),
            "boost" => [.. ConditionFields.Write(action.Where, $"{at}.where"), ($"{at}.factor", action.Factor)],
            "filter" => ConditionFields.Write(action.Where, $"{at}.where"),
            "pin" => [($"{at}.item", action.ItemId), ($"{at}.position", action.Position)],
            "set" => [($"{at}.attribute", action.Attribute), ($"{at}.value", action.Value), .. Flag($"{at}.astext", action.AsText), .. Flag($"{at}.isjson", action.IsJson)],
            _ => [($"{at}.channel", action.Channel), ($"{at}.template", action.Template), ($"{at}.every", action.EveryDays)],
        },
    ];

    private static IEnumerable<(string Name, string Value)> WriteShow(ActionForm action, string at) =>
    [
        ($"{at}.slot", action.Slot), ($"{at}.mode", action.Content.Mode), ($"{at}.fields", "on"), ($"{at}.text", action.Content.Text),
        .. action.Content.Fields.SelectMany((field, i) => new[] { ($"{at}.field.{i}.name", field.Name), ($"{at}.field.{i}.value", field.Value) }),
    ];

    private static (string Name, string Value)[] Flag(string name, bool on) => on ? [(name, "on")] : [];
}
