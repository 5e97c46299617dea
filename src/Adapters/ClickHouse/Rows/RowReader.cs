using System.Buffers.Binary;
using System.Text;

namespace PersonalizationEngine.Adapters.ClickHouse.Rows;

/// <summary>Reads the columns of one row, in their order, from ClickHouse's RowBinary.</summary>
internal ref struct RowReader(ReadOnlySpan<byte> bytes)
{
    private const long LatestInstant = 253_402_300_799_999;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; private set; }

    /// <summary>The row does not end in the bytes; what was read of it means nothing.</summary>
    public bool IsCut { get; private set; }

    public byte Byte() => Take(1) is [var value] ? value : default;

    public long Int64() => Take(sizeof(long)) is { Length: sizeof(long) } span ? BinaryPrimitives.ReadInt64LittleEndian(span) : 0;

    /// <summary>An instant in milliseconds since 1970; null when it is 0.</summary>
    /// <exception cref="InvalidDataException">It is beyond the year 9999.</exception>
    public DateTimeOffset? Instant() => Int64() switch
    {
        0 => null,
        > 0 and <= LatestInstant and var milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
        _ => throw new InvalidDataException("ClickHouse's answer cannot be read."),
    };

    public string Text() => Take(Length()) is { Length: > 0 } span ? Encoding.UTF8.GetString(span) : "";

    /// <summary>How many pairs a map has, or elements an array; they follow.</summary>
    public int Count() => Length();

    private int Length()
    {
        var length = 0UL;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var part = Byte();
            length |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return length <= int.MaxValue ? (int)length : throw new InvalidDataException("ClickHouse's answer has a text longer than 2 GB.");
        }

        throw new InvalidDataException("ClickHouse's answer cannot be read.");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (IsCut || _bytes.Length - Position < count)
        {
            IsCut = true;
            return default;
        }

        var taken = _bytes.Slice(Position, count);
        Position += count;
        return taken;
    }
}
