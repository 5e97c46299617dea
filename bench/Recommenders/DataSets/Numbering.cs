using System.Globalization;

namespace PersonalizationEngine.Recommenders.DataSets;

/// <summary>Numbers ids in their own order, numbers by value, so that ties break as they do for others.</summary>
internal sealed class Numbering
{
    private readonly Dictionary<string, int> _numbers;

    public Numbering(IEnumerable<string> ids)
    {
        Ids = [.. ids.Distinct().OrderBy(Value).ThenBy(id => id, StringComparer.Ordinal)];
        _numbers = Ids.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
    }

    public string[] Ids { get; }

    public bool Contains(string id) => _numbers.ContainsKey(id);

    public int this[string id] => _numbers[id];

    private static long Value(string id) =>
        long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : long.MaxValue;
}
