using System.Threading.Channels;
using PersonalizationEngine.Engine.OtherProcesses;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

/// <summary>Keeps what is told, and tells what a test has other processes say.</summary>
internal sealed class NewsChannelInMemory : INewsChannel
{
    private readonly Channel<News> _heard = Channel.CreateUnbounded<News>();

    public List<News> Told { get; } = [];

    public void Publish(News news) => Told.Add(news);

    public void Hear(News news) => _heard.Writer.TryWrite(news);

    public IAsyncEnumerable<News> ReadAsync(CancellationToken cancellationToken) => _heard.Reader.ReadAllAsync(cancellationToken);
}
