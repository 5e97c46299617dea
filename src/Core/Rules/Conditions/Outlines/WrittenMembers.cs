using System.Text.Json;
using PersonalizationEngine.Core.Rules.Conditions.Parsing;

namespace PersonalizationEngine.Core.Rules.Conditions.Outlines;

/// <summary>The members of one object while it is written. Tests of one attribute share a member, and so do acts.</summary>
internal sealed class WrittenMembers
{
    private readonly OrderedDictionary<string, Member> _members = new(StringComparer.Ordinal);

    public bool Has(string name) => _members.ContainsKey(name);

    public void Add(string name, string json) => _members.Add(name, new Member(json));

    /// <returns>False when the name is taken by what cannot share it.</returns>
    public bool TryAdd(LineText line)
    {
        if (!_members.TryGetValue(line.Name, out var taken))
        {
            _members.Add(line.Name, new Member(line.Operator is null && !line.IsJoinable ? line.Value : null));
            taken = _members[line.Name];
        }
        else if (taken.Json is not null || taken.IsList != line.IsJoinable)
        {
            return false;
        }

        if (taken.Json is not null) return true;
        taken.IsList = line.IsJoinable;
        if (!line.IsJoinable && taken.Inner.Exists(inner => inner.Operator == line.Operator)) return false;
        taken.Inner.Add((line.Operator ?? "", line.Value));
        return true;
    }

    /// <summary>Takes the members of another object over, if none of their names is taken.</summary>
    public bool TryMerge(string json)
    {
        var other = JsonElement.Parse(json);
        if (other.ValueKind != JsonValueKind.Object) return false;
        var members = other.EnumerateObject().ToList();
        if (!members.TrueForAll(JsonText.IsReadable) || members.Exists(member => Has(member.Name)) || members.DistinctBy(member => member.Name).Count() < members.Count) return false;
        foreach (var member in members) Add(member.Name, member.Value.GetRawText());
        return true;
    }

    public override string ToString() =>
        $"{{{string.Join(',', _members.Select(member => $"{OutlineValue.Quote(member.Key)}:{member.Value.ToJson()}"))}}}";

    private sealed class Member(string? json)
    {
        public string? Json => json;

        public bool IsList { get; set; }

        public List<(string Operator, string Value)> Inner { get; } = [];

        public string ToJson() => json ?? (IsList
            ? Inner.Count == 1 ? Inner[0].Value : $"[{string.Join(',', Inner.Select(inner => inner.Value))}]"
            : $"{{{string.Join(',', Inner.Select(inner => $"{OutlineValue.Quote(inner.Operator)}:{inner.Value}"))}}}");
    }
}
