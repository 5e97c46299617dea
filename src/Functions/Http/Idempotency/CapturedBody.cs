namespace PersonalizationEngine.Functions.Http.Idempotency;

/// <summary>A stream to a client that remembers what went through, up to a limit.</summary>
internal sealed class CapturedBody(Stream client, int most) : Stream
{
    private readonly MemoryStream _copy = new();

    /// <summary>How much was sent, remembered or not.</summary>
    public long Sent { get; private set; }

    /// <summary>All that was sent; null when it was more than the limit.</summary>
    public ReadOnlyMemory<byte>? Copy => Sent > most ? default(ReadOnlyMemory<byte>?) : _copy.GetBuffer().AsMemory(0, (int)_copy.Length);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <remarks>Before the client gets it: with the first byte the head of the answer is written, and what is kept is kept before that.</remarks>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Remember(buffer.Span);
        await client.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Remember(buffer);
        client.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => client.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => client.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Remember(ReadOnlySpan<byte> bytes)
    {
        Sent += bytes.Length;
        if (Sent <= most) _copy.Write(bytes);
    }
}
