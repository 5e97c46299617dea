using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Feed.Tests.Receiver;

/// <summary>The administration of rules and experiments, one document a page.</summary>
internal sealed class AdminDouble
{
    public const string MasterKey = "the-master-key";

    public List<JsonObject> Rules { get; } = [];
    public List<JsonObject> Experiments { get; } = [];
    public List<string> Calls { get; } = [];

    public void MapOn(WebApplication application)
    {
        MapOn(application, "/api/v1/admin/rules", Rules);
        MapOn(application, "/api/v1/admin/experiments", Experiments);
    }

    private void MapOn(WebApplication application, string path, List<JsonObject> documents)
    {
        application.MapGet(path, (HttpContext context, int? cursor) => Guarded(context, () => Results.Json(new JsonObject
        {
            ["items"] = new JsonArray([.. documents.Skip(cursor ?? 0).Take(1).Select(document => document.DeepClone())]),
            ["next_cursor"] = (cursor ?? 0) + 1 < documents.Count ? $"{(cursor ?? 0) + 1}" : null,
        })));
        application.MapPost(path, (HttpContext context, JsonObject document) => Guarded(context, () =>
        {
            if (document["refuse"] is not null) return Results.Problem("the document is not valid", statusCode: 422);
            documents.Add(document);
            document["id"] = documents.Count;
            context.Response.Headers.ETag = "\"v1\"";
            return Results.Json(document, statusCode: 201);
        }));
        application.MapPut(path + "/{id:int}", (HttpContext context, int id, JsonObject document) => Guarded(context, () =>
        {
            if (context.Request.Headers.IfMatch != "\"v1\"") return Results.Problem("changed by somebody else", statusCode: 412);
            documents[id - 1] = document;
            return Results.Json(document);
        }));
    }

    private IResult Guarded(HttpContext context, Func<IResult> answer)
    {
        Calls.Add($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        var isAllowed = context.Request.Headers["x-functions-key"] == MasterKey;
        return isAllowed ? answer() : Results.Problem("no such key", statusCode: 401);
    }
}
