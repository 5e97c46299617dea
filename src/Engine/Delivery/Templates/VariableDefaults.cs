using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>Puts a template's defaults in the place of what is unknown.</summary>
internal sealed class VariableDefaults(IReadOnlyDictionary<string, AttributeValue> defaults)
{
    private readonly (string[] Path, AttributeValue Value)[] _defaults = [.. defaults.Select(one => (one.Key.Split('.'), one.Value))];

    public AttributeMap Under(AttributeMap variables)
    {
        foreach (var (path, value) in _defaults) variables = Under(variables, path, value);
        return variables;
    }

    /// <summary>The names of those that stand in, for whoever these variables are about.</summary>
    public IReadOnlyList<string> StandingIn(AttributeMap variables) => [.. _defaults.Where(one => IsUnknown(variables, one.Path)).Select(one => string.Join('.', one.Path))];

    private static bool IsUnknown(AttributeMap map, ReadOnlySpan<string> path)
    {
        var present = map[path[0]];
        return !present.IsPresent || (path.Length > 1 && present.Kind == AttributeKind.Map && IsUnknown(present.Map, path[1..]));
    }

    private static AttributeMap Under(AttributeMap map, ReadOnlySpan<string> path, AttributeValue value)
    {
        var present = map[path[0]];
        if (path.Length == 1) return present.IsPresent ? map : With(map, path[0], value);
        if (present.IsPresent && present.Kind != AttributeKind.Map) return map;
        var inner = present.Kind == AttributeKind.Map ? present.Map : AttributeMap.Empty;
        var next = Under(inner, path[1..], value);
        return ReferenceEquals(inner, next) ? map : With(map, path[0], next);
    }

    private static AttributeMap With(AttributeMap map, string name, AttributeValue value) => new AttributeMap([KeyValuePair.Create(name, value)]).Over(map);
}
