namespace PersonalizationEngine.Functions.Dashboard.Access;

/// <summary>
/// How often somebody may try a key that nobody has, in this process: 10 times in 5 minutes from one address, 200 times from all
/// together. An attempt counts before its key is looked at, so that many at once are as few as one after the other.
/// </summary>
public sealed class FailedSignIns(TimeProvider time)
{
    private const int OfOneAddress = 10, OfAll = 200;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _byAddress = new(StringComparer.Ordinal);
    private DateTimeOffset _until;
    private int _all;

    /// <returns>Null when the key may be looked at, or how long to wait.</returns>
    internal TimeSpan? Begin(string address)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (now >= _until)
            {
                _byAddress.Clear();
                (_all, _until) = (0, now + Window);
            }

            var count = _byAddress.GetValueOrDefault(address);
            if (count >= OfOneAddress || _all >= OfAll) return _until - now;
            (_byAddress[address], _all) = (count + 1, _all + 1);
            return null;
        }
    }

    /// <summary>The key was somebody's.</summary>
    internal void Forgive(string address)
    {
        lock (_lock)
        {
            // A window may have ended in between.
            if (_byAddress.GetValueOrDefault(address) is not (> 0 and var count)) return;
            (_byAddress[address], _all) = (count - 1, _all - 1);
        }
    }
}
