namespace PersonalizationEngine.Core.Profiles.Factors;

/// <summary>
/// How far back each factor looks. An activity counts while <c>now - window &lt;= at &lt;= now</c>; a session belongs to the
/// window it starts in. Default: 7 days for page views, 30 days for the rest. Range: 1 to 365 days.
/// </summary>
public sealed class FactorWindows
{
    public static readonly TimeSpan Shortest = TimeSpan.FromDays(1);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    private readonly TimeSpan[] _windows;

    public FactorWindows(Func<Factor, TimeSpan> window)
    {
        _windows = [.. FactorNames.All.Select(window)];
        foreach (var length in _windows)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(length, Shortest, nameof(window));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Longest, nameof(window));
        }
    }

    public static FactorWindows Default { get; } = new(DefaultOf);

    public TimeSpan this[Factor factor] => _windows[(int)factor];

    /// <summary>The activity older than this (before now) can change no factor: the longest window and a day for sessions that began earlier.</summary>
    public TimeSpan Reach => _windows.Max() + TimeSpan.FromDays(1);

    public static TimeSpan DefaultOf(Factor factor) => TimeSpan.FromDays(factor == Factor.PageViewsLast7d ? 7 : 30);
}
