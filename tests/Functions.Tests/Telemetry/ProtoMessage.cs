using System.Buffers.Binary;
using System.Text;

namespace PersonalizationEngine.Functions.Tests.Telemetry;

/// <summary>A message of protocol buffers, read without knowing its schema: fields by their numbers.</summary>
internal sealed class ProtoMessage(ReadOnlyMemory<byte> bytes)
{
    public IEnumerable<ProtoMessage> Messages(int field) => Fields().Where(one => one.Field == field).Select(one => new ProtoMessage(one.Bytes));

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field).Span);

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field).Span);

    public ulong Number(int field) => Fields().Where(one => one.Field == field).Select(one => one.Number).FirstOrDefault();

    /// <summary>A fixed 64-bit field that holds a number with a fraction.</summary>
    public double Fraction(int field) => BitConverter.UInt64BitsToDouble(Number(field));

    public bool Has(int field) => Fields().Any(one => one.Field == field);

    private ReadOnlyMemory<byte> Bytes(int field) => Fields().Where(one => one.Field == field).Select(one => one.Bytes).FirstOrDefault();

    private List<(int Field, ReadOnlyMemory<byte> Bytes, ulong Number)> Fields()
    {
        var fields = new List<(int, ReadOnlyMemory<byte>, ulong)>();
        for (var at = 0; at < bytes.Length;)
        {
            var key = Varint(ref at);
            var field = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    fields.Add((field, default, Varint(ref at)));
                    break;
                case 1:
                    fields.Add((field, default, BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span[at..])));
                    at += 8;
                    break;
                case 2:
                    var length = (int)Varint(ref at);
                    fields.Add((field, bytes.Slice(at, length), 0));
                    at += length;
                    break;
                case 5:
                    fields.Add((field, default, BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[at..])));
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException($"Wire type {key & 7} at {at}.");
            }
        }

        return fields;
    }

    private ulong Varint(ref int at)
    {
        for (ulong value = 0, shift = 0; ; shift += 7)
        {
            var one = bytes.Span[at++];
            value |= (ulong)(one & 0x7F) << (int)shift;
            if (one < 0x80) return value;
        }
    }
}
