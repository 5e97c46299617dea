namespace PersonalizationEngine.Core.Recommendations.Live;

/// <summary>
/// The open sessions, bounded without a clock: when the young generation is full it becomes the old one, and what was
/// old and not used since is forgotten. Arrival, not event time, decides, so that an import of old sessions works too.
/// </summary>
/// <param name="capacity">Sessions a generation holds.</param>
internal sealed class SessionWindows(int capacity)
{
    private Dictionary<SessionKey, SessionWindow> _young = [];
    private Dictionary<SessionKey, SessionWindow> _old = [];

    public SessionWindow Open(SessionKey key)
    {
        if (_young.TryGetValue(key, out var window)) return window;
        if (!_old.Remove(key, out window)) window = new SessionWindow();
        if (_young.Count >= capacity)
        {
            (_young, _old) = (_old, _young);
            _young.Clear();
        }

        _young.Add(key, window);
        return window;
    }

    public void Forget(SessionKey key)
    {
        _young.Remove(key);
        _old.Remove(key);
    }
}
