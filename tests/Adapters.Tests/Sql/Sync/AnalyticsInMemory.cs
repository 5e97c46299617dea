using System.Runtime.CompilerServices;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Adapters.Tests.Sql.Sync;

/// <summary>A web analytics system that says what a test has put into it.</summary>
internal sealed class AnalyticsInMemory : IWebAnalytics
{
    public Dictionary<string, VisitorBehaviour> Visitors { get; } = new(StringComparer.Ordinal);

    public List<VisitorQuery> Asked { get; } = [];

    /// <summary>Fails once so many visitors have been given out; null when it does not.</summary>
    public int? FailsAfter { get; set; }

    public void Put(string id, DateTimeOffset asOf, long pageViews, DateTimeOffset? lastSeen = null, WebSession? session = null)
    {
        var seen = lastSeen ?? asOf.AddMinutes(-10);
        var last = session ?? new WebSession("1", $"s-{id}", seen.AddMinutes(-2), seen, false);
        var behaviour = new WebBehaviour(
            asOf, new SignalCount(pageViews, seen), default, default, default, 1, last.End - last.Start, last.End, 1, last.Start, last);
        Visitors[id] = new VisitorBehaviour(id, false, behaviour, last.Start, seen, "DE", "de", AttributeMap.Empty, AttributeMap.Empty);
    }

    public async IAsyncEnumerable<VisitorBehaviour> ReadAsync(VisitorQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Asked.Add(query);
        await Task.Yield();
        var given = 0;
        foreach (var visitor in Visitors.Values.Where(visitor => query.ActiveSince is null || visitor.LastSeenAt >= query.ActiveSince))
        {
            if (given++ == FailsAfter) throw new IOException("The connection is gone.");
            yield return visitor with { Behaviour = visitor.Behaviour with { AsOf = query.AsOf } };
        }
    }
}
