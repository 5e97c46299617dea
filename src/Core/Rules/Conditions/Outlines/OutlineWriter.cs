using System.Text.Json;
using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Core.Rules.Conditions.Outlines;

/// <summary>Writes an outline as the JSON of a condition. Where each part got to is kept, so that a fault of the JSON finds its line.</summary>
public sealed class OutlineWriter
{
    private readonly List<OutlineFault> _faults = [];
    private readonly List<(string Pointer, string Path)> _places = [];

    private OutlineWriter()
    {
    }

    public string Json { get; private set; } = "{}";

    /// <summary>What cannot be written; it is left out.</summary>
    public IReadOnlyList<OutlineFault> Faults => _faults;

    public static OutlineWriter Write(OutlineGroup outline)
    {
        var writer = new OutlineWriter();
        writer.Json = writer.ObjectOf(outline, "", "");
        return writer;
    }

    /// <summary>The part that a pointer into the JSON leads to; empty for the root.</summary>
    public string PathOf(string pointer) => _places
        .Where(place => pointer == place.Pointer || pointer.StartsWith(place.Pointer + "/", StringComparison.Ordinal))
        .OrderByDescending(place => place.Pointer.Length).ThenByDescending(place => place.Path.Length).Select(place => place.Path).FirstOrDefault("");

    /// <summary>An object that says the part and nothing else.</summary>
    private string ObjectOf(OutlinePart part, string path, string pointer)
    {
        _places.Add((pointer, path));
        return part switch
        {
            OutlineGroup { Joining: Joining.All } group => AllOf(group.Parts, path, pointer),
            OutlineJson kept => Checked(kept, path),
            _ => AllOf([part], path, pointer, isAlone: true),
        };
    }

    private string AllOf(IReadOnlyList<OutlinePart> parts, string path, string pointer, bool isAlone = false)
    {
        var members = new WrittenMembers();
        var placed = new List<(string Pointer, string Path)>();
        var before = _places.Count;
        for (var i = 0; i < parts.Count; i++)
        {
            if (TryPlace(parts[i], isAlone ? path : Below(path, i), pointer, members, placed)) continue;
            // Two of them need the same name, which stands only once in an object.
            _places.RemoveRange(before, _places.Count - before);
            return $"{{\"$and\":{ListOf(parts, path, JsonPointer.Append(pointer, "$and"))}}}";
        }

        _places.AddRange(placed);
        return members.ToString();
    }

    /// <returns>False when it cannot stand beside the others in one object.</returns>
    private bool TryPlace(OutlinePart part, string path, string pointer, WrittenMembers members, List<(string Pointer, string Path)> placed)
    {
        switch (part)
        {
            case OutlineGroup group:
                var (name, isOne) = group switch
                {
                    { Joining: Joining.All } => ("$and", false),
                    { Joining: Joining.Any } => ("$or", false),
                    { Parts.Count: 1 } => ("$not", true),
                    _ => ("$nor", false),
                };
                if (members.Has(name)) return false;
                var at = JsonPointer.Append(pointer, name);
                members.Add(name, isOne ? ObjectOf(group.Parts[0], Below(path, 0), at) : ListOf(group.Parts, path, at));
                placed.Add((at, path));
                return true;
            case OutlineJson kept:
                if (!members.TryMerge(Checked(kept, path))) return false;
                foreach (var member in JsonElement.Parse(Checked(kept, path, isTold: true)).EnumerateObject())
                    placed.Add((JsonPointer.Append(pointer, member.Name), path));
                return true;
            default:
                var line = LineText.Of(part);
                if (!members.TryAdd(line)) return false;
                var named = JsonPointer.Append(pointer, line.Name);
                placed.Add((line.Operator is null ? named : JsonPointer.Append(named, line.Operator), path));
                return true;
        }
    }

    private string ListOf(IReadOnlyList<OutlinePart> parts, string path, string pointer) =>
        $"[{string.Join(',', parts.Select((part, i) => ObjectOf(part, Below(path, i), JsonPointer.Append(pointer, i))))}]";

    private string Checked(OutlineJson kept, string path, bool isTold = false)
    {
        try
        {
            using var document = JsonDocument.Parse(kept.Json);
            return kept.Json;
        }
        catch (JsonException exception)
        {
            if (!isTold && !_faults.Exists(fault => fault.Path == path))
                _faults.Add(new OutlineFault(path, $"is not JSON: line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}"));
            return "{}";
        }
    }

    private static string Below(string path, int place) => path.Length == 0 ? $"{place}" : $"{path}.{place}";
}
