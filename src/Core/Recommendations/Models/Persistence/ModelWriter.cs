using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using PersonalizationEngine.Core.Hashing;

namespace PersonalizationEngine.Core.Recommendations.Models.Persistence;

/// <summary>Writes the frame and what stands in it, and sums up the checksum on the way. Not thread-safe.</summary>
internal sealed class ModelWriter
{
    private readonly IBufferWriter<byte> _output;
    private readonly byte[] _pending = new byte[16 * 1024];
    private int _count;
    private uint _hash = Fnv1a.OffsetBasis;

    public ModelWriter(IBufferWriter<byte> output, ModelKind kind)
    {
        _output = output;
        Bytes(ModelFrame.Mark);
        Bytes([(byte)kind, ModelFrame.Version]);
    }

    /// <summary>Seven bits a byte, the lowest first (LEB128).</summary>
    /// <param name="value">0 or above.</param>
    public void Count(int value)
    {
        var cells = Room(5);
        var rest = (uint)value;
        var length = 0;
        for (; rest >= 0x80; rest >>= 7) cells[length++] = (byte)(rest | 0x80);
        cells[length++] = (byte)rest;
        _count += length;
    }

    public void Single(float value)
    {
        BinaryPrimitives.WriteSingleLittleEndian(Room(sizeof(float)), value);
        _count += sizeof(float);
    }

    /// <summary>Numbers as parts of the largest among them, which comes first: 11 bits each are left.</summary>
    public void Scaled(ReadOnlySpan<float> values)
    {
        var scale = 0f;
        foreach (var value in values) scale = Math.Max(scale, Math.Abs(value));
        Single(scale);
        foreach (var value in values)
        {
            BinaryPrimitives.WriteHalfLittleEndian(Room(2), scale == 0 ? default : (Half)(value / scale));
            _count += 2;
        }
    }

    public void Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Count(bytes.Length);
        Bytes(bytes);
    }

    /// <summary>Writes the checksum; nothing may follow.</summary>
    public void End()
    {
        Flush();
        BinaryPrimitives.WriteUInt32LittleEndian(_output.GetSpan(ModelFrame.ChecksumLength), _hash);
        _output.Advance(ModelFrame.ChecksumLength);
    }

    private void Bytes(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var part = bytes[..Math.Min(bytes.Length, _pending.Length)];
            part.CopyTo(Room(part.Length));
            _count += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    private Span<byte> Room(int length)
    {
        if (_pending.Length - _count < length) Flush();
        return _pending.AsSpan(_count);
    }

    private void Flush()
    {
        var pending = _pending.AsSpan(0, _count);
        _hash = Fnv1a.Continue(_hash, pending);
        _output.Write(pending);
        _count = 0;
    }
}
