using System.Diagnostics.CodeAnalysis;

namespace PersonalizationEngine.Core.Profiles;

/// <summary>
/// Named attributes, immutable. One object can lie <see cref="Over">over</see> another: its own names win,
/// the rest is read from below, so that a request adds its context to a cached person without copying.
/// Names are case-sensitive. Safe for use from any thread.
/// </summary>
public sealed class AttributeMap : IEquatable<AttributeMap>
{
    private readonly Dictionary<string, AttributeValue> _own;
    private readonly AttributeMap? _below;

    public AttributeMap(IEnumerable<KeyValuePair<string, AttributeValue>> attributes)
        : this(new Dictionary<string, AttributeValue>(attributes, StringComparer.Ordinal), null)
    {
    }

    private AttributeMap(Dictionary<string, AttributeValue> own, AttributeMap? below) => (_own, _below) = (own, below);

    public static AttributeMap Empty { get; } = new([]);

    /// <summary>How many names can be read, counting a name that stands in both layers once.</summary>
    public int Count => _below is null ? _own.Count : Names.Count();

    public IEnumerable<string> Names =>
        _below is null ? _own.Keys : _own.Keys.Concat(_below.Names.Where(name => !_own.ContainsKey(name)));

    /// <summary>The attribute of that name, or <see cref="AttributeValue.Missing"/>.</summary>
    public AttributeValue this[string name] =>
        _own.TryGetValue(name, out var value) ? value : _below?[name] ?? AttributeValue.Missing;

    public AttributeMap Over(AttributeMap below) => _own.Count == 0 && _below is null ? below : new(_own, below);

    public bool Equals([NotNullWhen(true)] AttributeMap? other) =>
        other is not null && Count == other.Count && Names.All(name => this[name] == other[name]);

    public override bool Equals(object? obj) => Equals(obj as AttributeMap);

    public override int GetHashCode() => Count;
}
