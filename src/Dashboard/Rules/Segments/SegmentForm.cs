using System.Text.Json;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Rules.Editing;

namespace PersonalizationEngine.Dashboard.Rules.Segments;

/// <summary>A segment as somebody types it.</summary>
public sealed record SegmentForm(string Key, string Name, string Description, OutlineGroup Condition)
{
    public static SegmentForm New { get; } = new("", "", "", RuleForm.New.Condition);

    public static SegmentForm Read(PostedForm form) => new(
        form["key"] ?? "", form["name"] ?? "", (form["description"] ?? "").ReplaceLineEndings("\n"),
        ConditionFields.Read(form, RuleFields.Condition) ?? OutlineGroup.Everybody);

    /// <summary>As a rule, whose editor's buttons do the same with its condition.</summary>
    public RuleForm AsRule => RuleForm.New with { Condition = Condition };

    /// <summary>As its document, and where the faults of its condition belong.</summary>
    public (JsonElement Document, OutlineWriter Condition) Write()
    {
        var condition = OutlineWriter.Write(Condition);
        string[] fields =
        [
            .. Key.Length > 0 ? [$"\"key\":{OutlineValue.Quote(Key)}"] : Array.Empty<string>(),
            .. Name.Length > 0 ? [$"\"name\":{OutlineValue.Quote(Name)}"] : Array.Empty<string>(),
            .. Description.Length > 0 ? [$"\"description\":{OutlineValue.Quote(Description)}"] : Array.Empty<string>(),
        ];
        var json = $"{{{string.Join(',', fields.Append($"\"condition\":{condition.Json}"))}}}";
        // Deeper than JSON is read: then the reader misses the condition, and says so.
        return (JsonElement.Parse(JsonShown.WhyNot(json) is null ? json : $"{{{string.Join(',', fields)}}}"), condition);
    }
}
