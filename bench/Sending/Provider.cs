using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PersonalizationEngine.Sending;

/// <summary>A provider that takes everything, in a process of its own.</summary>
internal static class Provider
{
    /// <param name="pause">Before each answer, in milliseconds.</param>
    public static async Task RunAsync(string url, int pause)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        app.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            if (pause > 0) await Task.Delay(pause);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"id":"x"}""");
        });
        await app.RunAsync();
    }
}
