namespace PersonalizationEngine.ClickHouseServer;

/// <summary>The engine begins each piece of a stream as if it were an answer of its own, with names and types; a client wants them once.</summary>
internal sealed class RepeatedHeader(string format)
{
    private int _length = -1;

    public ReadOnlySpan<byte> Strip(ReadOnlySpan<byte> piece)
    {
        var isFirst = _length < 0;
        if (isFirst) _length = LengthIn(piece);
        return isFirst ? piece : piece[_length..];
    }

    private int LengthIn(ReadOnlySpan<byte> piece)
    {
        var lines = format.EndsWith("WithNamesAndTypes", StringComparison.Ordinal) ? 2 : format.EndsWith("WithNames", StringComparison.Ordinal) ? 1 : 0;
        if (lines == 0) return 0;
        return format.StartsWith("RowBinary", StringComparison.Ordinal) ? Binary(piece, lines) : Lines(piece, lines);
    }

    private static int Lines(ReadOnlySpan<byte> piece, int lines)
    {
        var position = 0;
        for (; lines > 0; lines--) position += piece[position..].IndexOf((byte)'\n') + 1;
        return position;
    }

    private static int Binary(ReadOnlySpan<byte> piece, int lines)
    {
        var position = 0;
        var columns = Number(piece, ref position);
        for (var texts = columns * lines; texts > 0; texts--)
        {
            var length = Number(piece, ref position);
            position += length;
        }

        return position;
    }

    /// <summary>Seven bits a byte, the lowest first.</summary>
    private static int Number(ReadOnlySpan<byte> bytes, ref int position)
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[position++];
            number |= (part & 0x7F) << shift;
            if (part < 0x80) return number;
        }
    }
}
