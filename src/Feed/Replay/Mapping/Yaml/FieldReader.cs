using System.Globalization;
using System.Text.Json.Nodes;
using PersonalizationEngine.Feed.Replay.Values;
using YamlDotNet.RepresentationModel;

namespace PersonalizationEngine.Feed.Replay.Mapping.Yaml;

/// <summary>Reads the fields of an event.</summary>
/// <param name="empty">Texts that count as none in the whole file.</param>
internal sealed class FieldReader(IReadOnlySet<string> empty)
{
    private const string TimestampField = "timestamp";

    public FieldTemplate Read(string target, YamlNode node)
    {
        if (target.Split('.').Any(step => step.Length == 0)) throw node.Fault($"'{target}' is not the name of a field");
        if (node is YamlSequenceNode list)
            return new FieldTemplate.List(target, [.. list.Children.Select(item => Template(item, ValueKind.Text))]);
        if (node is YamlScalarNode && !TextOf(node).Columns.Any()) return new FieldTemplate.Constant(target, ConstantOf(node));
        var usual = target == TimestampField ? ValueKind.Timestamp : ValueKind.Text;
        return new FieldTemplate.FromColumns(target, Template(node, usual));
    }

    private ValueTemplate Template(YamlNode node, ValueKind usual)
    {
        if (node is YamlScalarNode) return new ValueTemplate(TextOf(node)) { As = usual, Empty = empty };
        var keys = node.Keys("text", "as", "format", "empty", "skip_if_empty", "default", "values", "otherwise", "split", "plus");
        if (!keys.TryGetValue("text", out var text)) throw node.Fault("a value needs text, such as text: \"{Column}\"");
        return new ValueTemplate(TextOf(text))
        {
            As = keys.TryGetValue("as", out var kind) ? kind.OneOf<ValueKind>() : usual,
            Format = keys.TryGetValue("format", out var format) ? format.OneOf<TimestampFormat>() : TimestampFormat.Auto,
            Empty = keys.TryGetValue("empty", out var none) ? empty.Concat(none.Texts()).ToHashSet() : empty,
            SkipIfEmpty = !keys.TryGetValue("skip_if_empty", out var skip) || skip.Flag(),
            Default = keys.GetValueOrDefault("default")?.Json(),
            Values = keys.TryGetValue("values", out var values)
                ? values.Entries().ToDictionary(entry => entry.Key, entry => entry.Value.Json())
                : new Dictionary<string, JsonNode?>(),
            Otherwise = keys.GetValueOrDefault("otherwise")?.Json(),
            Split = keys.GetValueOrDefault("split")?.Text(),
            Plus = keys.TryGetValue("plus", out var plus) ? Duration(plus) : null,
        };
    }

    private static TextTemplate TextOf(YamlNode node) =>
        TextTemplate.Parse(node.Text()) ?? throw node.Fault($"the braces in '{node.Text()}' do not match");

    /// <summary>A constant without columns; braces written twice become single ones.</summary>
    private static JsonNode? ConstantOf(YamlNode node) =>
        node.Json() is JsonValue value && value.TryGetValue<string>(out var text)
            ? text.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)
            : node.Json();

    /// <summary>Such as <c>45m</c>, <c>2h</c> or <c>3d</c>.</summary>
    private static TimeSpan Duration(YamlNode node)
    {
        var text = node.Text();
        var isNumber = double.TryParse(text.TrimEnd('s', 'm', 'h', 'd'), CultureInfo.InvariantCulture, out var number);
        return (isNumber, text.LastOrDefault()) switch
        {
            (true, 's') => TimeSpan.FromSeconds(number),
            (true, 'm') => TimeSpan.FromMinutes(number),
            (true, 'h') => TimeSpan.FromHours(number),
            (true, 'd') => TimeSpan.FromDays(number),
            _ => throw node.Fault($"'{text}' is not a duration such as 30s, 45m, 2h or 3d"),
        };
    }
}
