using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Feed.Tests.Receiver;

/// <summary>Something that goes wrong with one request.</summary>
/// <param name="Status">The status answered; 0 cuts the connection.</param>
/// <param name="StoresFirst">The events are stored, only the answer is lost.</param>
/// <param name="RetryAfterSeconds">Asked for in the answer.</param>
public sealed record Disturbance(int Status, bool StoresFirst = false, int? RetryAfterSeconds = null)
{
    public Task ApplyAsync(HttpContext context)
    {
        if (Status == 0)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        context.Response.StatusCode = Status;
        if (RetryAfterSeconds is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }
}
