using System.Buffers.Binary;
using System.Text;

namespace PersonalizationEngine.Core.Decisions.Attribution;

/// <summary>Writes a ticket's bytes; <see cref="TicketReader"/> reads them in the same order.</summary>
internal ref struct TicketWriter(Span<byte> buffer)
{
    private readonly Span<byte> _buffer = buffer;

    public int Written { get; private set; }

    public void Byte(byte value) => _buffer[Written++] = value;

    public void UInt16(ushort value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[Written..], value);
        Written += sizeof(ushort);
    }

    public void UInt24(uint value)
    {
        Byte((byte)(value >> 16));
        UInt16((ushort)value);
    }

    public void UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_buffer[Written..], value);
        Written += sizeof(uint);
    }

    /// <summary>LEB128: seven bits a byte, the lowest first.</summary>
    public void Variable(ulong value)
    {
        for (; value >= 0x80; value >>= 7) Byte((byte)(value | 0x80));
        Byte((byte)value);
    }

    public void Text(string value)
    {
        Variable((ulong)Encoding.UTF8.GetByteCount(value));
        Written += Encoding.UTF8.GetBytes(value, _buffer[Written..]);
    }
}
