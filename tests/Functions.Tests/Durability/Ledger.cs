using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Durability;

/// <summary>Holds what senders were told against what is on disk.</summary>
internal static class Ledger
{
    /// <summary>Every acknowledged event is there once, nothing is there twice, and of a request in doubt there is all or nothing.</summary>
    public static void AssertKept(EngineStore store, IReadOnlyCollection<Sender> senders)
    {
        Assert.Equal("ok", store.Rows("pragma integrity_check", row => row.GetString(0))[0]);
        var stored = store.Rows("select event_id from events", row => row.GetString(0));
        Assert.Equal(stored.Count, stored.Distinct().Count());

        var known = stored.ToHashSet();
        foreach (var sender in senders)
        {
            var lost = sender.Acknowledged.SelectMany(request => request).Where(id => !known.Contains(id)).ToList();
            Assert.True(lost.Count == 0, $"{lost.Count} acknowledged events are lost, such as {lost.FirstOrDefault()}.");
            if (sender.InDoubt is { } doubtful)
                Assert.Contains(doubtful.Count(sent => known.Contains(Sender.IdOf(sent))), (int[])[0, doubtful.Count]);
        }

        Assert.InRange(
            stored.Count,
            senders.Sum(sender => sender.Acknowledged.Sum(request => request.Count)),
            senders.Sum(sender => sender.Acknowledged.Sum(request => request.Count) + (sender.InDoubt?.Count ?? 0)));
    }

    /// <summary>Asked for any of their ids, each person has exactly the page views that were acknowledged.</summary>
    public static async Task AssertCountedAsync(EngineClient client, IEnumerable<Sender> senders)
    {
        foreach (var sender in senders)
        {
            var views = sender.Acknowledged.Sum(request => request.Count);
            foreach (var id in (string[])[sender.User, sender.Device])
                Assert.Equal(views, await client.FactorAsync(id, "page_views_last_7d"));
        }
    }
}
