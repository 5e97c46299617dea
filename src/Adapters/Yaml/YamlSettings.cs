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
            var documents = Load(text);
            if (documents.Count > 0) FlattenRoot(documents[0].RootNode, settings);
            if (documents.Count > 1) throw new YamlException(documents[1].RootNode.Start, documents[1].RootNode.End, "only one document is read");
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

    private static IList<YamlDocument> Load(TextReader text)
    {
        var scanner = new Scanner(text);
        var stream = new YamlStream();
        try
        {
            stream.Load(new Parser(scanner));
            return stream.Documents;
        }
        catch (InvalidOperationException exception)
        {
            // So the parser says that a bracket is open.
            throw new YamlException(scanner.CurrentPosition, scanner.CurrentPosition, "a bracket is not closed before this", exception);
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
                if (!settings.TryAdd(key, scalar.Value)) throw new YamlException(node.Start, node.End, $"{key} is there twice");
                break;
        }

        above.Remove(node);
    }

    private static string NameOf(YamlNode name) =>
        (name as YamlScalarNode)?.Value ?? throw new YamlException(name.Start, name.End, "a key must be a text");

    private static string Join(string key, string name) => key.Length == 0 ? name : $"{key}:{name}";
}
