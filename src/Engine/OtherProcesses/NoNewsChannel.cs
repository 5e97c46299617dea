using System.Runtime.CompilerServices;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.OtherProcesses;

/// <summary>There are no other processes.</summary>
public sealed class NoNewsChannel : INewsChannel
{
    public void Publish(News news)
    {
        // Nobody to tell.
    }

    public async IAsyncEnumerable<News> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        yield break;
    }
}
