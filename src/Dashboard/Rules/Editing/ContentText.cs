using System.Text.Json;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;

namespace PersonalizationEngine.Dashboard.Rules.Editing;

/// <summary>Content between its form and its JSON.</summary>
public static class ContentText
{
    private const int MostFields = 30;

    public static ContentForm Read(JsonElement content)
    {
        var fields = new List<(string Name, string Value)>();
        if (content.ValueKind == JsonValueKind.Object && content.GetPropertyCount() > 0 && TryFlatten("", content, fields)) return new ContentForm("fields", fields, "");
        return content.ValueKind == JsonValueKind.String && content.GetString() is { } text && !text.Any(IsLost)
            ? new ContentForm("text", [], text)
            : new ContentForm("json", [], JsonShown.Pretty(content));
    }

    /// <summary>Fields without a name or without a value are left out.</summary>
    /// <param name="fault">What keeps it from being written; null when nothing does.</param>
    public static string Write(ContentForm form, out string? fault)
    {
        fault = null;
        switch (form.Mode)
        {
            case "text":
                return OutlineValue.Quote(form.Text.ReplaceLineEndings("\n"));
            case "json":
                fault = JsonShown.WhyNot(form.Text);
                return fault is null ? form.Text : "null";
            default:
                var root = new Node();
                foreach (var (name, value) in form.Fields.Where(field => field.Name.Length > 0 && field.Value.Length > 0))
                    if (!root.TryAdd(name.Split('.'), value)) fault = $"\"{name}\" stands twice, or is both a field and a group of fields";
                if (root.IsEmpty) fault = "needs a field with a value";
                return root.ToJson();
        }
    }

    private static bool TryFlatten(string prefix, JsonElement map, List<(string Name, string Value)> fields)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in map.EnumerateObject())
        {
            if (!names.Add(member.Name) || member.Name.Length == 0 || member.Name != member.Name.Trim() || member.Name.Contains('.', StringComparison.Ordinal)
                || member.Name.Any(char.IsControl) || fields.Count >= MostFields) return false;
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                if (member.Value.GetPropertyCount() == 0 || !TryFlatten($"{prefix}{member.Name}.", member.Value, fields)) return false;
            }
            else if (OutlineValue.Line(member.Value) is { Length: > 0 } value)
            {
                fields.Add((prefix + member.Name, value));
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLost(char character) => char.IsControl(character) && character != '\n';

    private sealed class Node
    {
        private readonly OrderedDictionary<string, (string? Text, Node? Inner)> _members = new(StringComparer.Ordinal);

        public bool IsEmpty => _members.Count == 0;

        public bool TryAdd(ReadOnlySpan<string> steps, string value)
        {
            if (steps.Length == 1) return _members.TryAdd(steps[0], (value, null));
            if (!_members.TryGetValue(steps[0], out var member)) _members[steps[0]] = member = (null, new Node());
            return member.Inner is not null && member.Inner.TryAdd(steps[1..], value);
        }

        public string ToJson() => $"{{{string.Join(',', _members.Select(member =>
            $"{OutlineValue.Quote(member.Key)}:{member.Value.Inner?.ToJson() ?? OutlineValue.Quote(member.Value.Text!)}"))}}}";
    }
}
