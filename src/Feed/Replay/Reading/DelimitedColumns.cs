namespace PersonalizationEngine.Feed.Replay.Reading;

/// <summary>The fields of one row under the names of the header.</summary>
internal sealed class DelimitedColumns(IReadOnlyDictionary<string, int> header, IReadOnlyList<string> fields) : IColumns
{
    public string? this[string name] => header.TryGetValue(name, out var index) ? fields[index] : null;
}
