using System.Buffers.Binary;
using System.Text;

namespace PersonalizationEngine.Core.Decisions.Attribution;

/// <summary>
/// Reads what <see cref="TicketWriter"/> wrote. Only bytes whose seal was verified come here, so a range error is a bug.
/// </summary>
internal ref struct TicketReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    public byte Byte() => _bytes[_position++];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16BigEndian(Take(sizeof(ushort)));

    public uint UInt24() => ((uint)Byte() << 16) | UInt16();

    public uint UInt32() => BinaryPrimitives.ReadUInt32BigEndian(Take(sizeof(uint)));

    public ulong Variable()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }

    public string Text() => Encoding.UTF8.GetString(Take((int)Variable()));

    private ReadOnlySpan<byte> Take(int count)
    {
        _position += count;
        return _bytes.Slice(_position - count, count);
    }
}
