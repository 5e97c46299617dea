namespace PersonalizationEngine.Adapters.Redis.OtherProcesses;

/// <summary>Tells by the numbers of messages whether some were missed. Not safe for use by several threads.</summary>
internal sealed class NewsNumbers
{
    private readonly Dictionary<string, long> _last = new(StringComparer.Ordinal);

    /// <returns>False when there were messages before this one that never came.</returns>
    public bool Follows(NewsMessage message)
    {
        var number = message.Number;
        var isFirst = !_last.TryGetValue(message.Origin, out var last);
        var expected = message.IsSignOfLife ? last : last + 1;
        if (isFirst || number > last) _last[message.Origin] = number;
        return isFirst || number <= expected;
    }
}
