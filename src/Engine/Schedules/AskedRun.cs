namespace PersonalizationEngine.Engine.Schedules;

/// <summary>
/// A run that a person asked for. It goes along by itself: jobs on the way take no notice of when they last ran, as somebody wants them to run
/// now, and tell whether they did.
/// </summary>
public sealed class AskedRun : IDisposable
{
    private static readonly AsyncLocal<AskedRun?> Current = new();

    private int _done, _skipped;

    private AskedRun() => Current.Value = this;

    /// <summary>Null where the schedule asks.</summary>
    public static AskedRun? Now => Current.Value;

    /// <summary>Another process held every job there was to do.</summary>
    public bool WasElsewhere => _skipped > 0 && _done == 0;

    public static AskedRun Begin() => new();

    public void Dispose() => Current.Value = null;

    internal void Note(bool done) => Interlocked.Increment(ref done ? ref _done : ref _skipped);
}
