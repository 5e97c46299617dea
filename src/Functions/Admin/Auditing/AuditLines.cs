using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Admin.Auditing;

/// <summary>The audit as JSON lines, read page by page while it is sent: however long it is, little of it is in memory.</summary>
internal sealed class AuditLines(IAudit audit, AuditQuestion asked) : IResult
{
    private const int PageSize = 500;

    private static readonly byte[] NewLine = "\n"u8.ToArray();

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, ending) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = "application/x-ndjson; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        var page = await audit.ListAsync(asked, long.MaxValue, PageSize, ending);
        while (page.Count > 0)
        {
            foreach (var change in page)
            {
                await response.BodyWriter.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(AuditAnswer.Of(change), ApiJson.Default.AuditAnswer), ending);
                await response.BodyWriter.WriteAsync(NewLine, ending);
            }

            page = page.Count < PageSize ? [] : await audit.ListAsync(asked, page[^1].Id, PageSize, ending);
        }
    }
}
