using System.Globalization;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;
using PersonalizationEngine.Dashboard.Forms;

namespace PersonalizationEngine.Dashboard.Rules.Editing;

/// <summary>The buttons of the editor that change the form itself: they add, remove and move lines, actions and fields.</summary>
public static class FormCommands
{
    /// <param name="command">As the button says it: a word, a colon and what it is about.</param>
    /// <returns>Null for a command of another kind.</returns>
    public static RuleForm? Apply(RuleForm rule, string command, PostedForm form)
    {
        var colon = command.IndexOf(':', StringComparison.Ordinal);
        var (word, about) = colon < 0 ? (command, "") : (command[..colon], command[(colon + 1)..]);
        return word switch
        {
            "add" => OnCondition(rule, about, (outline, path) => OutlineMoves.Add(outline, path, Begun(form[$"{about}.new"]))),
            "remove" => OnCondition(rule, about, OutlineMoves.Remove),
            "up" => OnCondition(rule, about, OutlineMoves.Up),
            "down" => OnCondition(rule, about, OutlineMoves.Down),
            "add-action" => rule with { Actions = [.. rule.Actions, new ActionForm(form["action.new"] ?? "show")] },
            "remove-action" => rule with { Actions = [.. rule.Actions.Where((_, i) => i != Number(about))] },
            "up-action" => rule with { Actions = Swapped(rule.Actions, Number(about) - 1) },
            "down-action" => rule with { Actions = Swapped(rule.Actions, Number(about)) },
            "add-field" => OnContent(rule, about, (content, _) => content with { Fields = [.. content.Fields, ("", "")] }),
            "remove-field" => OnContent(rule, about, (content, place) => content with { Fields = [.. content.Fields.Where((_, i) => i != place)] }),
            _ => null,
        };
    }

    /// <summary>A line or a group to begin with.</summary>
    private static OutlinePart Begun(string? kind) => kind switch
    {
        "did" => new OutlineActs("$did", [], [], [], "", "7d", ""),
        "segment" => new OutlineMembership("$inSegment", []),
        "during" => new OutlineHours("", "", [], "09:00", "17:00"),
        "group" => new OutlineGroup(Joining.Any, [new OutlineTest("", OutlineOperator.Plain, [""], false)]),
        "json" => new OutlineJson("{}"),
        _ => new OutlineTest("", OutlineOperator.Plain, [""], false),
    };

    /// <param name="about">The name of a part: <c>condition.0.1</c>, or of an item's condition <c>action.2.where.0</c>.</param>
    private static RuleForm OnCondition(RuleForm rule, string about, Func<OutlineGroup, string, OutlineGroup> change)
    {
        if (PathBelow(about, RuleFields.Condition) is { } path) return rule with { Condition = change(rule.Condition, path) };
        return rule with
        {
            Actions =
            [
                .. rule.Actions.Select((action, i) => PathBelow(about, $"{RuleFields.Action(i)}.where") is { } inside
                    ? action with { Where = change(action.Where, inside) }
                    : action),
            ],
        };
    }

    private static RuleForm OnContent(RuleForm rule, string about, Func<ContentForm, int, ContentForm> change)
    {
        var dot = about.IndexOf('.', StringComparison.Ordinal);
        var (action, field) = dot < 0 ? (Number(about), -1) : (Number(about[..dot]), Number(about[(dot + 1)..]));
        return rule with { Actions = [.. rule.Actions.Select((one, i) => i == action ? one with { Content = change(one.Content, field) } : one)] };
    }

    /// <returns>Empty for the root itself; null for what is not below it.</returns>
    private static string? PathBelow(string about, string name) =>
        about == name ? "" : about.StartsWith($"{name}.", StringComparison.Ordinal) ? about[(name.Length + 1)..] : null;

    private static IReadOnlyList<ActionForm> Swapped(IReadOnlyList<ActionForm> actions, int first) => first < 0 || first + 1 >= actions.Count
        ? actions
        : [.. actions.Take(first), actions[first + 1], actions[first], .. actions.Skip(first + 2)];

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
