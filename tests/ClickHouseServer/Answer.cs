using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PersonalizationEngine.ClickHouseServer;

/// <summary>The HTTP response: compressed if the client asked for it, and with a fault told wherever it comes, as ClickHouse does since 25.11.</summary>
internal sealed class Answer(HttpContext context)
{
    private const string FaultMark = "__exception__";

    private static readonly TimeSpan TimeToRead = TimeSpan.FromMilliseconds(200);

    private readonly string _tag = Guid.NewGuid().ToString("N")[..16];
    private Stream? _body;

    /// <summary>Before the first byte: what the answer is.</summary>
    public void Describe(string format, string timeZone)
    {
        var headers = context.Response.Headers;
        headers["X-ClickHouse-Server-Display-Name"] = "libchdb";
        headers["X-ClickHouse-Query-Id"] = context.Request.Query["query_id"].ToString() is { Length: > 0 } id ? id : Guid.NewGuid().ToString();
        headers["X-ClickHouse-Timezone"] = timeZone;
        headers["X-ClickHouse-Format"] = format;
        headers["X-ClickHouse-Exception-Tag"] = _tag;
        context.Response.ContentType = "application/octet-stream";
    }

    public async Task WriteAsync(byte[] bytes)
    {
        _body ??= Open();
        await _body.WriteAsync(bytes, context.RequestAborted);
        await _body.FlushAsync(context.RequestAborted);
    }

    public async Task CompleteAsync()
    {
        if (_body is not null) await _body.DisposeAsync();
    }

    public async Task FailAsync(EngineException fault)
    {
        if (_body is null)
        {
            context.Response.StatusCode = fault.Status;
            context.Response.Headers["X-ClickHouse-Exception-Code"] = fault.Code.ToString(CultureInfo.InvariantCulture);
            context.Response.ContentType = "text/plain; charset=UTF-8";
            await context.Response.WriteAsync(fault.Message + "\n");
            return;
        }

        var message = Encoding.UTF8.GetBytes(fault.Message + "\n");
        await WriteAsync(Encoding.UTF8.GetBytes($"\r\n{FaultMark}\r\n{_tag}\r\n"));
        await WriteAsync(message);
        await WriteAsync(Encoding.UTF8.GetBytes($"{message.Length.ToString(CultureInfo.InvariantCulture)} {_tag}\r\n{FaultMark}\r\n"));
        // ClickHouse leaves the chunked encoding without its end, so that clients that know no marks see a broken answer. What
        // was sent must have been read by then: an aborted connection takes it away.
        await Task.Delay(TimeToRead, context.RequestAborted);
        context.Abort();
    }

    private Stream Open()
    {
        var request = context.Request;
        var body = context.Response.Body;
        if (request.Query["enable_http_compression"] is not [("1" or "true")]
            || !request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal)) return body;
        context.Response.Headers.ContentEncoding = "gzip";
        return new GZipStream(body, CompressionLevel.Fastest);
    }
}
