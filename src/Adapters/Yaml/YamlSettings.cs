using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PersonalizationEngine.Adapters.Yaml;

/// <summary>A YAML file as flat settings: <c>scoring:weights:demo_request</c> to its text, list entries by number.</summary>
public static class YamlSettings
{
    /// <exception cref="InvalidDataException">The file is missing or is not YAML; the message says where.</exception>
    public static IReadOnlyDictionary<string, string?> Read(string path)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        try
        {
            using var text = File.OpenText(path);
            var stream = new YamlStream();
            stream.Load(text);
            if (stream.Documents.Count > 0) FlattenRoot(stream.Documents[0].RootNode, settings);
            return settings;
        }
        catch (YamlException exception)
        {
            throw new InvalidDataException($"{path}, line {exception.Start.Line}, column {exception.Start.Column}: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    private static void FlattenRoot(YamlNode root, Dictionary<string, string?> settings)
    {
        if (root is YamlMappingNode) Flatten("", root, settings, new HashSet<YamlNode>(ReferenceEqualityComparer.Instance));
        else if (root is not YamlScalarNode { Value: null or "" }) throw new YamlException(root.Start, root.End, "keys with values are needed here");
    }

    /// <param name="above">What the node stands in; an alias can make it stand in itself.</param>
    private static void Flatten(string key, YamlNode node, Dictionary<string, string?> settings, HashSet<YamlNode> above)
    {
        if (!above.Add(node)) throw new YamlException(node.Start, node.End, "holds itself by an alias");
        switch (node)
        {
            case YamlMappingNode map:
                foreach (var (name, value) in map.Children) Flatten(Join(key, NameOf(name)), value, settings, above);
                break;
            case YamlSequenceNode list:
                for (var i = 0; i < list.Children.Count; i++)
                    Flatten(Join(key, i.ToString(CultureInfo.InvariantCulture)), list.Children[i], settings, above);
                break;
            case YamlScalarNode scalar:
                settings[key] = scalar.Value;
                break;
        }

        above.Remove(node);
    }

    private static string NameOf(YamlNode name) =>
        (name as YamlScalarNode)?.Value ?? throw new YamlException(name.Start, name.End, "a key must be a text");

    private static string Join(string key, string name) => key.Length == 0 ? name : $"{key}:{name}";
}
