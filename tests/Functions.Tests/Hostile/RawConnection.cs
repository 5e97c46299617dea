using System.Net.Sockets;
using System.Text;

namespace PersonalizationEngine.Functions.Tests.Hostile;

/// <summary>Bytes to the engine that no HTTP client would send.</summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TcpClient _client = new();
    private readonly StringBuilder _read = new();
    private NetworkStream? _stream;

    private RawConnection()
    {
    }

    public static async Task<RawConnection> OpenAsync(Uri engine)
    {
        var connection = new RawConnection();
        await connection._client.ConnectAsync(engine.Host, engine.Port);
        connection._stream = connection._client.GetStream();
        return connection;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes) => await _stream!.WriteAsync(bytes);

    /// <summary>Says that nothing more will come, and still listens.</summary>
    public void EndSending() => _client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>Cuts the connection as a crash would.</summary>
    public void Reset()
    {
        _client.LingerState = new LingerOption(true, 0);
        _client.Close();
    }

    /// <summary>Everything up to the end of the connection, or up to the first whole answer with a length.</summary>
    /// <returns>Empty when the engine just closed the connection.</returns>
    /// <exception cref="TimeoutException">Nothing came within ten seconds.</exception>
    public async Task<string> ReadAnswerAsync()
    {
        var buffer = new byte[16 * 1024];
        while (!IsWhole(_read.ToString()))
        {
            int count;
            try
            {
                count = await _stream!.ReadAsync(buffer).AsTask().WaitAsync(Patience);
            }
            catch (IOException)
            {
                break;
            }

            if (count == 0) break;
            _read.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        return _read.ToString();
    }

    /// <summary>The status of an answer, 0 for a connection that was closed without one, be it with a farewell in HTTP/2.</summary>
    public static int StatusOf(string answer) =>
        answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(answer.AsSpan(9, 3)) : 0;

    public void Dispose() => _client.Dispose();

    private static bool IsWhole(string answer)
    {
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return false;
        if (answer.Contains("\r\n0\r\n\r\n", StringComparison.Ordinal)) return true;
        var length = answer.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase));
        return length is not null && Encoding.UTF8.GetByteCount(answer[(end + 4)..]) >= int.Parse(length.AsSpan(16));
    }
}
