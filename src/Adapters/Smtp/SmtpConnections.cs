using System.Collections.Concurrent;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace PersonalizationEngine.Adapters.Smtp;

/// <summary>Connections to the mail server, signed in and used again: a new one costs more than a message.</summary>
internal sealed class SmtpConnections(SmtpOptions options, TimeSpan timeout, TimeProvider time) : IDisposable
{
    /// <summary>Servers close what is idle for long; a connection older than this is not trusted any more.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(20);

    private readonly ConcurrentStack<(SmtpClient Client, long LeftAt)> _idle = new();
    private readonly SemaphoreSlim _places = new(options.Connections);

    /// <summary>Waits for its turn; to be given back or thrown away.</summary>
    public async Task<SmtpClient> TakeAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            while (_idle.TryPop(out var idle))
            {
                if (idle.Client.IsConnected && time.GetElapsedTime(idle.LeftAt) < Freshness) return idle.Client;
                idle.Client.Dispose();
            }

            return await ConnectAsync(cancellationToken);
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    /// <param name="isUsable">Whether the last exchange came to its end.</param>
    public void GiveBack(SmtpClient client, bool isUsable)
    {
        if (isUsable && client.IsConnected) _idle.Push((client, time.GetTimestamp()));
        else client.Dispose();
        _places.Release();
    }

    public void Dispose()
    {
        while (_idle.TryPop(out var idle)) idle.Client.Dispose();
        _places.Dispose();
    }

    private async Task<SmtpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var client = new SmtpClient { Timeout = (int)timeout.TotalMilliseconds };
        try
        {
            var security = options.IsSecure ? SecureSocketOptions.SslOnConnect
                : options.AllowsPlain ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls;
            await client.ConnectAsync(options.Host, options.Port, security, cancellationToken);
            if (options.User is { } user) await client.AuthenticateAsync(user, options.Password ?? "", cancellationToken);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }
}
