using Microsoft.AspNetCore.Http.Features;

namespace PersonalizationEngine.GorseServer.Requests;

/// <summary>Go decodes a whole path before it is routed: an encoded slash parts an id in two, as in Gorse.</summary>
public sealed class GoPaths(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var query = target.IndexOf('?', StringComparison.Ordinal);
        context.Request.Path = new PathString(Uri.UnescapeDataString(query < 0 ? target : target[..query]));
        return next(context);
    }
}
