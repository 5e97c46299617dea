using YamlDotNet.RepresentationModel;

namespace PersonalizationEngine.Feed.Replay.Mapping.Yaml;

/// <summary>Reads <c>when:</c>: a text or a list of texts the column must equal, or an object of other conditions.</summary>
internal static class ConditionReader
{
    public static Condition Read(string column, YamlNode node)
    {
        if (node is not YamlMappingNode) return new Condition(column) { AnyOf = node.Texts().ToHashSet() };
        var keys = node.Keys("any_of", "not", "contains", "empty", "at_least", "at_most");
        return new Condition(column)
        {
            AnyOf = keys.GetValueOrDefault("any_of")?.Texts().ToHashSet(),
            NoneOf = keys.GetValueOrDefault("not")?.Texts().ToHashSet(),
            Contains = keys.GetValueOrDefault("contains")?.Text(),
            Empty = keys.GetValueOrDefault("empty")?.Flag(),
            AtLeast = keys.GetValueOrDefault("at_least")?.Number(),
            AtMost = keys.GetValueOrDefault("at_most")?.Number(),
        };
    }
}
