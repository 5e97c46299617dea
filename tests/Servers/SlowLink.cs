using System.Net;
using System.Net.Sockets;

namespace PersonalizationEngine.Servers;

/// <summary>Stands between a caller and a server on this machine and holds back every byte for as long as it is told, in both directions.</summary>
public sealed class SlowLink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly int _target;
    private long _delayTicks;

    public SlowLink(int target)
    {
        _target = target;
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How long each piece of data waits. Default none.</summary>
    public TimeSpan Delay
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _delayTicks));
        set => Interlocked.Exchange(ref _delayTicks, value.Ticks);
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Dispose();
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await _listener.AcceptTcpClientAsync(_ending.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The link has ended.
        }
    }

    private async Task CarryAsync(TcpClient caller)
    {
        using var server = new TcpClient();
        using (caller)
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _target, _ending.Token);
                (caller.NoDelay, server.NoDelay) = (true, true);
                await Task.WhenAny(PumpAsync(caller.GetStream(), server.GetStream()), PumpAsync(server.GetStream(), caller.GetStream()));
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // Either side has gone; so has the other now.
            }
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[65536];
        for (var read = await from.ReadAsync(buffer, _ending.Token); read > 0; read = await from.ReadAsync(buffer, _ending.Token))
        {
            if (Delay is { Ticks: > 0 } delay) await Task.Delay(delay, _ending.Token);
            await to.WriteAsync(buffer.AsMemory(0, read), _ending.Token);
        }
    }
}
