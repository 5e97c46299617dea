namespace PersonalizationEngine.Core.Recommendations.Live;

/// <summary>Who met one item: the newest people in order of time, and how many there were in all.</summary>
internal sealed class Audience
{
    private int[] _people = [];
    private int[] _minutes = [];
    private int _count;

    /// <summary>How many people are kept.</summary>
    public int Count => _count;

    /// <summary>How many people ever met the item.</summary>
    public int Total { get; private set; }

    /// <summary>When somebody met the item last, to the minute; null where nobody is kept.</summary>
    public DateTimeOffset? LastMetAt => _count == 0 ? null : DateTimeOffset.UnixEpoch.AddMinutes(_minutes[_count - 1]);

    /// <summary>The last <paramref name="most"/> people who met the item, oldest first.</summary>
    public ReadOnlySpan<int> Newest(int most) => _people.AsSpan(0, _count)[Math.Max(0, _count - most)..];

    /// <summary>How many of the people kept met the item within the span before the instant.</summary>
    public int CountSince(DateTimeOffset instant, TimeSpan span)
    {
        var last = UnixMinutes.Of(instant);
        var first = (long)last - (long)span.TotalMinutes;
        var count = 0;
        for (var index = _count - 1; index >= 0 && _minutes[index] >= first; index--)
            if (_minutes[index] <= last) count++;
        return count;
    }

    /// <param name="minute">Since 1970, see <see cref="UnixMinutes"/>.</param>
    /// <param name="isNew">Whether the person had never met the item, in which case <see cref="Total"/> grows.</param>
    public void Learn(int person, int minute, bool isNew, int cap)
    {
        if (isNew) Total++;
        var known = isNew ? -1 : _people.AsSpan(0, _count).IndexOf(person);
        if (known >= 0)
        {
            minute = Math.Max(minute, _minutes[known]);
            RemoveAt(known);
        }

        Insert(person, minute);
        if (_count > cap) RemoveAt(0);
    }

    public void Forget(int person)
    {
        Total--;
        var known = _people.AsSpan(0, _count).IndexOf(person);
        if (known >= 0) RemoveAt(known);
    }

    private void Insert(int person, int minute)
    {
        if (_count == _people.Length)
        {
            var length = _count + Math.Max(4, _count / 2);
            Array.Resize(ref _people, length);
            Array.Resize(ref _minutes, length);
        }

        var index = _count;
        while (index > 0 && _minutes[index - 1] > minute) index--;
        Array.Copy(_people, index, _people, index + 1, _count - index);
        Array.Copy(_minutes, index, _minutes, index + 1, _count - index);
        (_people[index], _minutes[index]) = (person, minute);
        _count++;
    }

    private void RemoveAt(int index)
    {
        _count--;
        Array.Copy(_people, index + 1, _people, index, _count - index);
        Array.Copy(_minutes, index + 1, _minutes, index, _count - index);
    }
}
