namespace PersonalizationEngine.Adapters.Embedded;

/// <summary>
/// Tells when so much is new that training anew would show: a hundredth of what was trained on, when the last training is a
/// while ago; a fifth, as on a young site, at once. In both cases 200 interactions at least.
/// </summary>
internal sealed class Freshness(TimeProvider time)
{
    private const long Least = 200;
    private const double Share = 0.01;
    private const double LargeShare = 0.2;

    // Training a twentieth of the time leaves a processor to serve with.
    private const double PauseInTrainings = 20;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestAge = TimeSpan.FromDays(1);

    private long _learnt;
    private long _trainedOn;
    private long _trainedTicks;
    private long _pauseTicks;
    private int _isClaimed;

    public long Learnt => Interlocked.Read(ref _learnt);

    /// <summary>How many were learnt that the models do not know.</summary>
    public long LearntSince => Math.Max(0, Learnt - Interlocked.Read(ref _trainedOn));

    /// <summary>Whether a training now would show.</summary>
    public bool IsDue
    {
        get
        {
            var (trainedOn, age) = (Interlocked.Read(ref _trainedOn), time.GetUtcNow().UtcTicks - Interlocked.Read(ref _trainedTicks));
            if (age < Interlocked.Read(ref _pauseTicks)) return IsDueAtOnce;
            return LearntSince >= Math.Max(Least, (long)(trainedOn * Share)) || (age >= LongestAge.Ticks && LearntSince > 0);
        }
    }

    private bool IsDueAtOnce
    {
        get
        {
            var trainedOn = Interlocked.Read(ref _trainedOn);
            return Learnt - trainedOn >= Math.Max(Least, (long)(trainedOn * LargeShare));
        }
    }

    public void Count(long interactions) => Interlocked.Add(ref _learnt, interactions);

    /// <param name="interactions">How many had been learnt when the training began.</param>
    public void Trained(long interactions, DateTimeOffset at, TimeSpan duration)
    {
        Interlocked.Exchange(ref _trainedOn, interactions);
        Interlocked.Exchange(ref _trainedTicks, at.UtcTicks);
        Interlocked.Exchange(ref _pauseTicks, Math.Max(ShortestPause.Ticks, (duration * PauseInTrainings).Ticks));
    }

    /// <summary>True for one caller at a time, who trains and then gives the claim back.</summary>
    public bool Claim() => IsDueAtOnce && Interlocked.Exchange(ref _isClaimed, 1) == 0;

    public void GiveBack() => Interlocked.Exchange(ref _isClaimed, 0);
}
