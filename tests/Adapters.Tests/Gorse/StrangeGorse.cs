using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Adapters.Tests.Gorse;

/// <summary>Something at Gorse's address that says one thing to everybody.</summary>
internal sealed class StrangeGorse : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StrangeGorse(WebApplication app, Uri url) => (_app, Url) = (app, url);

    public Uri Url { get; }

    public static async Task<StrangeGorse> StartAsync(string text, int status = 200)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url.ToString());
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(text);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new StrangeGorse(app, url);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
