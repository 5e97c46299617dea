using System.Text;

namespace PersonalizationEngine.Adapters.ClickHouse.Rows;

/// <summary>Rows out of a stream of bytes, through one buffer, in memory that does not grow with their number.</summary>
/// <param name="stallTimeout">How long the stream may stand still.</param>
internal sealed class RowStream(Stream stream, TimeSpan stallTimeout) : IDisposable
{
    private const int FirstSize = 1 << 16, LargestRow = 1 << 26;

    private byte[] _buffer = new byte[FirstSize];
    private int _start, _end;
    private bool _isAtEnd;
    private CancellationTokenSource _stall = new();

    /// <summary>What begins a fault that ClickHouse tells in the midst of an answer. No row of ours can begin so: an id has no line ends.</summary>
    private static ReadOnlySpan<byte> FaultMark => "\r\n__exception__\r\n"u8;

    /// <summary>Whether it can be told what comes next: a row, the end, or a fault.</summary>
    public bool IsReady => _isAtEnd || _end - _start >= FaultMark.Length;

    public bool IsAtEnd => _isAtEnd && _start == _end;

    /// <summary>Whether a fault stands where the next row would.</summary>
    public bool IsAtFault => _buffer.AsSpan(_start, _end - _start).StartsWith(FaultMark);

    /// <summary>The fault as ClickHouse tells it.</summary>
    public string Fault => Encoding.UTF8.GetString(_buffer.AsSpan(_start + FaultMark.Length, _end - _start - FaultMark.Length));

    /// <summary>Reads a row, if all of it is there already.</summary>
    public bool TryParse<T>(RowParser<T> parser, out T row)
    {
        var reader = new RowReader(_buffer.AsSpan(_start, _end - _start));
        row = parser(ref reader);
        if (reader.IsCut) return false;
        _start += reader.Position;
        return true;
    }

    /// <summary>Waits for more bytes.</summary>
    /// <returns>False when the stream has ended.</returns>
    /// <exception cref="TimeoutException">The stream stood still for too long.</exception>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_isAtEnd) return false;
        MakeRoom();
        if (!_stall.TryReset()) _stall = new CancellationTokenSource();
        _stall.CancelAfter(stallTimeout);
        using var registration = cancellationToken.UnsafeRegister(static stall => ((CancellationTokenSource)stall!).Cancel(), _stall);
        int read;
        try
        {
            read = await stream.ReadAsync(_buffer.AsMemory(_end), _stall.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The stream stands still.", exception);
        }

        _isAtEnd = read == 0;
        _end += read;
        return !_isAtEnd;
    }

    public void Dispose() => _stall.Dispose();

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end < _buffer.Length) return;
        if (_buffer.Length >= LargestRow) throw new InvalidDataException($"ClickHouse's answer has a row of more than {LargestRow} bytes.");
        Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
