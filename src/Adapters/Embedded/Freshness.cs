namespace PersonalizationEngine.Adapters.Embedded;

/// <summary>Tells when so much is new that waiting for the hourly training would show: a fifth of what was trained on, and 200 at least.</summary>
internal sealed class Freshness
{
    private const long Least = 200;
    private const double Share = 0.2;

    private long _learnt;
    private long _trainedOn;
    private int _isClaimed;

    public long Learnt => Interlocked.Read(ref _learnt);

    public void Count() => Interlocked.Increment(ref _learnt);

    public void Trained(long interactions) => Interlocked.Exchange(ref _trainedOn, interactions);

    /// <summary>True for one caller at a time, who trains and then gives the claim back.</summary>
    public bool Claim()
    {
        var trainedOn = Interlocked.Read(ref _trainedOn);
        return Learnt - trainedOn >= Math.Max(Least, (long)(trainedOn * Share)) && Interlocked.Exchange(ref _isClaimed, 1) == 0;
    }

    public void GiveBack() => Interlocked.Exchange(ref _isClaimed, 0);
}
