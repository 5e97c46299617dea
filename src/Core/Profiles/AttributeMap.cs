using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PersonalizationEngine.Core.Profiles;

/// <summary>
/// Named attributes, immutable. One object can lie <see cref="Over">over</see> another: its own names win,
/// the rest is read from below, so that a request adds its context to a cached person without copying.
/// Names are case-sensitive. Reading by name and comparing allocate nothing. Safe for use from any thread.
/// </summary>
[JsonConverter(typeof(AttributeMapJson))]
public sealed class AttributeMap : IEquatable<AttributeMap>
{
    private readonly Dictionary<string, AttributeValue> _own;
    private readonly AttributeMap? _below;

    public AttributeMap(IEnumerable<KeyValuePair<string, AttributeValue>> attributes)
        : this(new Dictionary<string, AttributeValue>(attributes, StringComparer.Ordinal), null)
    {
    }

    private AttributeMap(Dictionary<string, AttributeValue> own, AttributeMap? below)
    {
        (_own, _below, Count) = (own, below, own.Count);
        if (below is not null) Count = below.Count + own.Keys.Count(name => !below.Contains(name));
    }

    public static AttributeMap Empty { get; } = new([]);

    /// <summary>How many names can be read, counting a name that stands in both layers once.</summary>
    public int Count { get; }

    public IEnumerable<string> Names =>
        _below is null ? _own.Keys : _own.Keys.Concat(_below.Names.Where(name => !_own.ContainsKey(name)));

    /// <summary>The attribute of that name, or <see cref="AttributeValue.Missing"/>.</summary>
    public AttributeValue this[string name] =>
        _own.TryGetValue(name, out var value) ? value : _below?[name] ?? AttributeValue.Missing;

    public AttributeMap Over(AttributeMap below) =>
        _own.Count == 0 && _below is null ? below : new(_own, _below is null ? below : _below.Over(below));

    public bool Equals([NotNullWhen(true)] AttributeMap? other) =>
        ReferenceEquals(this, other) || (other is not null && Count == other.Count && EveryNameReadsAlike(this, other));

    public override bool Equals(object? obj) => Equals(obj as AttributeMap);

    public override int GetHashCode() => Count;

    private bool Contains(string name) => _own.ContainsKey(name) || (_below?.Contains(name) ?? false);

    private bool EveryNameReadsAlike(AttributeMap left, AttributeMap right)
    {
        foreach (var (name, _) in _own)
        {
            if (left[name] != right[name]) return false;
        }

        return _below?.EveryNameReadsAlike(left, right) ?? true;
    }
}
