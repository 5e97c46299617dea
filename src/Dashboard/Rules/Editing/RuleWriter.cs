using System.Globalization;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;

namespace PersonalizationEngine.Dashboard.Rules.Editing;

/// <summary>Writes the form of a rule as its document, and finds the field that a fault of the document is about.</summary>
public sealed class RuleWriter
{
    private readonly List<(string Field, string Message)> _faults = [];
    private readonly List<(string Pointer, string Field)> _fields =
    [
        ("/name", "name"), ("/description", "description"), ("/priority", "priority"), ("/start_date", "start"), ("/end_date", "end"), ("/holdout", "holdout"),
        ("/comment", "reason"), ("/actions", "action.new"),
    ];

    private readonly List<(string Pointer, string Name, OutlineWriter Writer)> _conditions = [];

    private RuleWriter()
    {
    }

    public string Json { get; private set; } = "{}";

    /// <summary>What cannot be written, by field.</summary>
    public IReadOnlyList<(string Field, string Message)> Faults => _faults;

    public static RuleWriter Write(RuleForm rule)
    {
        var writer = new RuleWriter();
        writer.Json = Object(
            ("name", Quoted(rule.Name)), ("description", Quoted(rule.Description)), ("priority", Valued(rule.Priority)), ("active", rule.Active ? "true" : "false"),
            ("conditions", writer.Condition(rule.Condition, "/conditions", RuleFields.Condition)),
            ("actions", $"[{string.Join(',', rule.Actions.Select(writer.Action))}]"),
            ("start_date", Instant(rule.Start)), ("end_date", Instant(rule.End)), ("holdout", Share(rule.Holdout)));
        if (JsonShown.WhyNot(writer.Json) is not { } fault) return writer;
        // A part may be JSON by itself, and together with the others deeper than JSON is read.
        writer.Json = "{}";
        writer._faults.Add((RuleFields.Condition, $"cannot be taken: with the rest of the rule it {fault}"));
        return writer;
    }

    /// <summary>The field of a fault, and what to say there.</summary>
    public (string Field, string Message) Locate(DocumentFault fault)
    {
        foreach (var (pointer, name, writer) in _conditions)
        {
            if (fault.Pointer != pointer && !fault.Pointer.StartsWith($"{pointer}/", StringComparison.Ordinal)) continue;
            var path = writer.PathOf(fault.Pointer[pointer.Length..]);
            return (path.Length == 0 ? name : $"{name}.{path}", fault.Message);
        }

        var field = _fields.Where(known => fault.Pointer == known.Pointer || fault.Pointer.StartsWith($"{known.Pointer}/", StringComparison.Ordinal))
            .OrderByDescending(known => known.Pointer.Length).Select(known => known.Field).FirstOrDefault("json");
        return (field, field == "holdout" ? "must be a percentage from 0 to 50, or empty" : fault.Message);
    }

    private string Condition(OutlineGroup outline, string pointer, string name)
    {
        var written = OutlineWriter.Write(outline);
        _conditions.Add((pointer, name, written));
        foreach (var fault in written.Faults) _faults.Add(($"{name}.{fault.Path}", fault.Message));
        foreach (var (path, message) in UnfinishedLines.Of(outline)) _faults.Add(($"{name}.{path}", message));
        return written.Json;
    }

    private string Action(ActionForm action, int place)
    {
        var (at, pointer) = (RuleFields.Action(place), JsonPointer.Append("/actions", place));
        foreach (var (member, field) in ActionFields) _fields.Add(($"{pointer}/{member}", $"{at}.{field}"));
        _fields.Add((pointer, $"{at}.type"));
        var type = ("type", Quoted(action.Type));
        return action.Type switch
        {
            "show" => Object(type, ("slot", Quoted(action.Slot)), ("content", Content(action.Content, $"{at}.content"))),
            "boost" => Object(type, ("where", Condition(action.Where, $"{pointer}/where", $"{at}.where")), ("factor", Valued(action.Factor))),
            "filter" => Object(type, ("where", Condition(action.Where, $"{pointer}/where", $"{at}.where"))),
            "pin" => Object(type, ("item_id", Quoted(action.ItemId)), ("position", Valued(action.Position))),
            "set" => Object(type, ("attribute", Quoted(action.Attribute)), ("value", Value(action, $"{at}.value"))),
            _ => Object(type, ("channel", Quoted(action.Channel)), ("template", Quoted(action.Template)), ("every_days", Valued(action.EveryDays))),
        };
    }

    private static readonly (string Member, string Field)[] ActionFields =
    [
        ("slot", "slot"), ("content", "content"), ("factor", "factor"), ("item_id", "item"), ("position", "position"), ("attribute", "attribute"),
        ("value", "value"), ("channel", "channel"), ("template", "template"), ("every_days", "every"),
    ];

    private string Content(ContentForm content, string field)
    {
        var json = ContentText.Write(content, out var fault);
        if (fault is not null) _faults.Add((field, fault));
        return json;
    }

    private string? Value(ActionForm action, string field)
    {
        if (!action.IsJson) return action.Value.Length == 0 && !action.AsText ? null : OutlineValue.ToJson(action.Value, action.AsText);
        if (JsonShown.WhyNot(action.Value) is not { } fault) return action.Value;
        _faults.Add((field, fault));
        return null;
    }

    private static string Object(params IEnumerable<(string Name, string? Value)> members) =>
        $"{{{string.Join(',', members.Where(member => member.Value is not null).Select(member => $"\"{member.Name}\":{member.Value}"))}}}";

    private static string? Quoted(string text) => text.Length == 0 ? null : OutlineValue.Quote(text);

    /// <summary>What is no number is left to the reader, who says what is accepted.</summary>
    private static string? Valued(string text) => text.Length == 0 ? null : OutlineValue.ToJson(text, asText: false);

    private static string? Instant(string text) => text.Length == 0 ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? OutlineValue.Quote(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture))
            : OutlineValue.Quote(text);

    private static string? Share(string percent) =>
        decimal.TryParse(percent, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? (number / 100).ToString(CultureInfo.InvariantCulture) : Valued(percent);
}
