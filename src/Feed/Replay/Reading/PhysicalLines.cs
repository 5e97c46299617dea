using System.Text;

namespace PersonalizationEngine.Feed.Replay.Reading;

/// <summary>
/// The lines of a text file, whatever ends them (LF, CRLF or CR), without its byte order mark. UTF-8, or UTF-16 with a mark.
/// Lines can be given back, to be read once more.
/// </summary>
internal sealed class PhysicalLines(FileStream stream) : IDisposable
{
    private readonly StreamReader _reader = new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
    private readonly Stack<PhysicalLine> _givenBack = new();
    private long _count;

    public long BytesRead => stream.Position;

    public bool TryRead(out PhysicalLine line)
    {
        if (_givenBack.TryPop(out line)) return true;
        if (_reader.ReadLine() is not { } text) return false;
        line = new PhysicalLine(++_count, text);
        return true;
    }

    /// <param name="lines">In the order in which they were read.</param>
    public void GiveBack(IEnumerable<PhysicalLine> lines)
    {
        foreach (var line in lines.Reverse()) _givenBack.Push(line);
    }

    /// <summary>The first line that is not blank, without taking it; null where there is none.</summary>
    public string? PeekFilled()
    {
        while (TryRead(out var line))
        {
            if (string.IsNullOrWhiteSpace(line.Text)) continue;
            GiveBack([line]);
            return line.Text;
        }

        return null;
    }

    public void Dispose() => _reader.Dispose();
}
