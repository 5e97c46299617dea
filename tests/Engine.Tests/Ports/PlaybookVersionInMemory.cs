using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

internal sealed class PlaybookVersionInMemory : IPlaybookVersion
{
    private long _version;

    public Disturbance Disturbance { get; } = new();

    public void Raise() => Interlocked.Increment(ref _version);

    public async Task<long> ReadAsync(CancellationToken cancellationToken)
    {
        await Disturbance.PassAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return Interlocked.Read(ref _version);
    }
}
