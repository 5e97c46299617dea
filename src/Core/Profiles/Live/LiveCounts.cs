namespace PersonalizationEngine.Core.Profiles.Live;

/// <summary>How often a person did what within the last hour. Not safe for use by several threads while it is added to.</summary>
public sealed class LiveCounts
{
    private readonly long[] _counts = new long[LiveFactorNames.All.Count];

    public long this[LiveFactor factor] => _counts[(int)factor];

    public void Add(LiveFactor factor, long times) => _counts[(int)factor] += times;

    public void Add(LiveCounts others)
    {
        for (var i = 0; i < _counts.Length; i++) _counts[i] += others._counts[i];
    }

    /// <summary>Every factor by its name, 0 among them.</summary>
    public AttributeMap ToAttributes() => new(LiveFactorNames.All.Select(
        factor => KeyValuePair.Create(factor.Name(), (AttributeValue)(double)this[factor])));
}
