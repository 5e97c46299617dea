using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PersonalizationEngine.Feed.Replay.Mapping.Yaml;

/// <summary>Reads the nodes of a mapping file; what does not fit is a <see cref="YamlException"/> with its place.</summary>
internal static class YamlNodes
{
    public static YamlException Fault(this YamlNode node, string reason) => new(node.Start, node.End, reason);

    /// <summary>The entries of an object, whose names must be among those given.</summary>
    public static Dictionary<string, YamlNode> Keys(this YamlNode node, params string[] known)
    {
        var entries = node.Entries();
        var unknown = entries.Keys.FirstOrDefault(name => !known.Contains(name));
        return unknown is null
            ? entries
            : throw node.Fault($"'{unknown}' is not known here; known are {string.Join(", ", known)}");
    }

    /// <summary>The entries of an object with names of any kind.</summary>
    public static Dictionary<string, YamlNode> Entries(this YamlNode node) => node is YamlMappingNode mapping
        ? mapping.Children.ToDictionary(entry => entry.Key.Text(), entry => entry.Value, StringComparer.Ordinal)
        : throw node.Fault("names with values are expected here");

    public static IEnumerable<YamlNode> Items(this YamlNode node) =>
        node is YamlSequenceNode list ? list.Children : throw node.Fault("a list is expected here");

    /// <summary>A list of texts; a single text is a list of one.</summary>
    public static string[] Texts(this YamlNode node) => node is YamlScalarNode ? [node.Text()] : [.. node.Items().Select(Text)];

    public static string Text(this YamlNode node) =>
        node is YamlScalarNode scalar ? scalar.Value ?? "" : throw node.Fault("a text is expected here");

    public static double Number(this YamlNode node) =>
        double.TryParse(node.Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw node.Fault($"'{node.Text()}' is not a number");

    public static bool Flag(this YamlNode node) =>
        bool.TryParse(node.Text(), out var flag) ? flag : throw node.Fault($"'{node.Text()}' is neither true nor false");

    /// <summary>One of the names of an enumeration, written with underscores: <c>unix_ms</c>.</summary>
    public static T OneOf<T>(this YamlNode node)
        where T : struct, Enum
    {
        var name = node.Text().Replace("_", "", StringComparison.Ordinal);
        var isName = Enum.TryParse<T>(name, ignoreCase: true, out var value) && !char.IsAsciiDigit(name.FirstOrDefault());
        return isName ? value : throw node.Fault($"'{node.Text()}' is none of {string.Join(", ", Enum.GetNames<T>())}");
    }

    /// <summary>A value as JSON has it: unquoted numbers, true, false and null keep their kind, all else is text.</summary>
    public static JsonNode? Json(this YamlNode node)
    {
        var text = node.Text();
        if (((YamlScalarNode)node).Style != ScalarStyle.Plain) return text;
        return text switch
        {
            "" or "null" or "~" => null,
            "true" => true,
            "false" => false,
            _ => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : text,
        };
    }
}
