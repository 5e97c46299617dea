using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PersonalizationEngine.Engine.Idempotency;

namespace PersonalizationEngine.Functions.Http.Idempotency;

/// <summary>Stands between the answer and the server and remembers it as it goes by.</summary>
internal sealed class CapturedAnswer : IHttpResponseBodyFeature
{
    private readonly IHttpResponseBodyFeature _server;
    private readonly CapturedBody _body;
    private PipeWriter? _writer;
    private bool _isStartedByHand;

    private CapturedAnswer(IHttpResponseBodyFeature server) => (_server, _body) = (server, new CapturedBody(server.Stream, KeyRules.LargestBody));

    public Stream Stream => _body;

    public PipeWriter Writer => _writer ??= PipeWriter.Create(_body, new StreamPipeWriterOptions(leaveOpen: true));

    /// <summary>Whether nothing was done, although the status tells of no failure.</summary>
    public bool HasDoneNothing { get; private set; }

    /// <summary>For answers whose status tells of no failure though there was nothing else.</summary>
    public static void NothingWasDone(HttpContext http)
    {
        if (http.Features.Get<IHttpResponseBodyFeature>() is CapturedAnswer captured) captured.HasDoneNothing = true;
    }

    /// <summary>From now on the answer of the request goes through here.</summary>
    public static CapturedAnswer Begin(HttpContext http)
    {
        var captured = new CapturedAnswer(http.Features.GetRequiredFeature<IHttpResponseBodyFeature>());
        http.Features.Set<IHttpResponseBodyFeature>(captured);
        return captured;
    }

    /// <summary>
    /// The whole body, known when the head is about to be written; null where it is too large, or more of it will follow. No
    /// function of ours answers 200 and nothing: where the caller has gone, Azure's host leaves the answer unwritten.
    /// </summary>
    public ReadOnlyMemory<byte>? Whole(HttpResponse response) =>
        !_isStartedByHand && _body.Sent == (response.ContentLength ?? 0) && (_body.Sent > 0 || response.StatusCode != StatusCodes.Status200OK)
            ? _body.Copy
            : null;

    public Task StartAsync(CancellationToken cancellationToken = default)
    {
        _isStartedByHand = true;
        return _server.StartAsync(cancellationToken);
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
    {
        _isStartedByHand = true;
        return _server.SendFileAsync(path, offset, count, cancellationToken);
    }

    public void DisableBuffering() => _server.DisableBuffering();

    public async Task CompleteAsync()
    {
        if (_writer is not null) await _writer.CompleteAsync();
        await _server.CompleteAsync();
    }
}
