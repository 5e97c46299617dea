using System.Net;
using System.Text;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Functions.Tests.Access;

/// <summary>A page of a website, which asks the engine when it is opened and writes into itself what it got.</summary>
internal sealed class Page : IAsyncDisposable
{
    private readonly HttpListener _server = new();
    private Task _serving = Task.CompletedTask;

    public string Origin { get; } = $"http://127.0.0.1:{FreePort.Find()}";

    public void Serve(string script)
    {
        _server.Prefixes.Add($"{Origin}/");
        _server.Start();
        _serving = ServeAsync(Encoding.UTF8.GetBytes($"<!doctype html><body>waiting<script type=module>{script}</script>"));
    }

    public async ValueTask DisposeAsync()
    {
        _server.Close();
        await _serving;
    }

    private async Task ServeAsync(byte[] html)
    {
        try
        {
            while (true)
            {
                var visit = await _server.GetContextAsync();
                visit.Response.ContentType = "text/html; charset=utf-8";
                visit.Response.Close(html, willBlock: false);
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // Closed.
        }
    }
}
