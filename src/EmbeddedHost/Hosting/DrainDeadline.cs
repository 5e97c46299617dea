namespace EmbeddedHost.Hosting;

/// <summary>Fires when a stopping host waits no longer for what still runs.</summary>
internal sealed class DrainDeadline : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    public CancellationToken Expired => _source.Token;

    public Task ExpireAsync() => _source.CancelAsync();

    public void Dispose() => _source.Dispose();
}
