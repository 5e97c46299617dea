namespace PersonalizationEngine.Core.Delivery.Caps;

/// <summary>
/// Counts past sends against caps. Sends later than the instant asked about count as well, so that waiting can only free a cap,
/// never fill it, and the instant it frees is known at once.
/// </summary>
internal readonly struct CapCheck(IReadOnlyList<PastSend> history, DeliveryPolicy policy, IReadOnlyList<TimeZoneInfo> zones)
{
    /// <summary>The cap that leaves the message no send at the instant, of several the one that frees last; null if none does.</summary>
    public CapFinding? Full(Message message, string channel, DateTimeOffset at)
    {
        CapFinding? last = null;
        var caps = policy.FrequencyCaps;
        for (var index = 0; index < caps.Count; index++)
        {
            if (!caps[index].Concerns(channel, message.Topic)) continue;
            if (Full(caps[index], caps[index].AllowedAt(message.Priority), at) is { } full && (last is null || FreesLater(full, last))) last = full;
        }

        return last;
    }

    private static bool FreesLater(CapFinding one, CapFinding other) => other.FreeAt is { } earlier && (one.FreeAt is not { } later || later > earlier);

    private CapFinding? Full(FrequencyCap cap, int allowed, DateTimeOffset at)
    {
        if (cap.Window.Period == CapPeriod.Rolling)
        {
            var after = at - cap.Window.Length;
            return Count(cap, after, null, 0) < allowed ? null : Finding(cap, allowed, after, null, 0);
        }

        CapFinding? last = null;
        for (var index = 0; index < zones.Count; index++)
        {
            var calendar = new CapCalendar(cap.Window.Period, policy.WeekStart, zones[index]);
            var (after, period) = (at - calendar.AtMost, calendar.NumberOf(at));
            if (Count(cap, after, calendar, period) < allowed) continue;
            var full = Finding(cap, allowed, after, calendar, period);
            if (last is null || FreesLater(full, last)) last = full;
        }

        return last;
    }

    private int Count(FrequencyCap cap, DateTimeOffset after, CapCalendar? calendar, int period)
    {
        var count = 0;
        for (var index = 0; index < history.Count; index++)
            if (Uses(cap, history[index], after, calendar, period)) count++;
        return count;
    }

    private CapFinding Finding(FrequencyCap cap, int allowed, DateTimeOffset after, CapCalendar? calendar, int period)
    {
        var users = new List<PastSend>();
        foreach (var send in history)
            if (Uses(cap, send, after, calendar, period)) users.Add(send);
        users.Sort(static (one, other) => other.At.CompareTo(one.At) is var order and not 0 ? order : string.CompareOrdinal(one.Key, other.Key));
        // So many newest may stay; the next one's leaving makes room.
        DateTimeOffset? free = allowed == 0 ? null
            : calendar is { } known ? known.StartOf(known.NumberOf(users[allowed - 1].At) + 1)
            : users[allowed - 1].At + cap.Window.Length;
        return new CapFinding(cap.Name, [.. users.Select(send => send.Key)], free);
    }

    private static bool Uses(FrequencyCap cap, PastSend send, DateTimeOffset after, CapCalendar? calendar, int period) =>
        send.At > after && send.Counts && cap.Concerns(send.Channel, send.Topic) && (calendar is not { } known || known.NumberOf(send.At) >= period);
}
