using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using PersonalizationEngine.Dashboard.Frame;

namespace PersonalizationEngine.Functions.Dashboard.Assets;

/// <summary>Styles, scripts and pictures of the dashboard; no secret is in them.</summary>
public static class AssetFunctions
{
    /// <summary>One file; kept for good where its address says which content is meant.</summary>
    [Function("DashboardAsset")]
    public static IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/assets/{name}")] HttpRequest request, string name)
    {
        if (DashboardAssets.Find(name) is not { } asset) return Results.NotFound();
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = request.Query["v"] == asset.Tag ? "public, max-age=31536000, immutable" : "no-cache";
        headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(asset.Content, asset.MediaType, entityTag: new EntityTagHeaderValue($"\"{asset.Tag}\""));
    }
}
