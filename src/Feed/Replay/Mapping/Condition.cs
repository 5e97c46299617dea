using System.Globalization;
using PersonalizationEngine.Feed.Replay.Reading;

namespace PersonalizationEngine.Feed.Replay.Mapping;

/// <summary>What a column must hold; every part given must be met. Texts are compared exactly, without outer blanks.</summary>
internal sealed record Condition(string Column)
{
    public IReadOnlySet<string>? AnyOf { get; init; }
    public IReadOnlySet<string>? NoneOf { get; init; }
    public string? Contains { get; init; }
    public bool? Empty { get; init; }

    /// <summary>A column that holds no number meets neither bound.</summary>
    public double? AtLeast { get; init; }
    public double? AtMost { get; init; }

    public bool Holds(IColumns columns)
    {
        var text = columns[Column]?.Trim() ?? "";
        return AnyOf?.Contains(text) != false
            && NoneOf?.Contains(text) != true
            && (Contains is null || text.Contains(Contains, StringComparison.Ordinal))
            && (Empty is null || (text.Length == 0) == Empty)
            && IsWithin(text);
    }

    private bool IsWithin(string text)
    {
        if (AtLeast is null && AtMost is null) return true;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && !(number < AtLeast) && !(number > AtMost);
    }
}
