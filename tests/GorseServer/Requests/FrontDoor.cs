using PersonalizationEngine.GorseServer.Data;

namespace PersonalizationEngine.GorseServer.Requests;

/// <summary>Keeps out who has no key, turns refused requests into texts, and lets one request at a time at the data.</summary>
public sealed class FrontDoor(RequestDelegate next, ServerOptions options, Database database)
{
    private int _requests;

    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers["X-Request-ID"] = $"{Interlocked.Increment(ref _requests):x8}";
        if (!MayPass(context.Request))
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "unauthorized");
            return;
        }

        context.Request.EnableBuffering();
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Request.Body.Position = 0;
        await database.Gate.WaitAsync(context.RequestAborted);
        try
        {
            await next(context);
        }
        catch (RefusedRequestException refused)
        {
            await RefuseAsync(context, refused.Status, refused.Message);
        }
        finally
        {
            database.Gate.Release();
        }
    }

    private bool MayPass(HttpRequest request) =>
        options.ApiKey.Length == 0 || request.Path.StartsWithSegments("/api/health", StringComparison.Ordinal)
        || request.Headers["X-API-Key"] == options.ApiKey;

    private static Task RefuseAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(text);
    }
}
