using System.Buffers.Binary;
using System.Text;

namespace PersonalizationEngine.Core.Recommendations.Models.Persistence;

/// <summary>
/// Reads what <see cref="ModelWriter"/> wrote. Once something is missing or impossible, all that follows reads as 0 and
/// <see cref="IsBroken"/> stays: a reader asks once, at the end.
/// </summary>
internal ref struct ModelReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public bool IsBroken { get; private set; }

    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>Whether so many things of so many bytes can still come.</summary>
    public readonly bool Holds(int count, int bytesEach) => (long)count * bytesEach <= _rest.Length;

    /// <param name="bytesEach">
    /// What each of the counted things takes at least: no count is believed, and no memory taken, that cannot be true.
    /// </param>
    public int Count(int bytesEach = 0)
    {
        var value = 0UL;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (_rest.IsEmpty) break;
            var next = _rest[0];
            _rest = _rest[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next >= 0x80) continue;
            if (value <= int.MaxValue && Holds((int)value, bytesEach)) return (int)value;
            break;
        }

        Break();
        return 0;
    }

    /// <summary>A finite number.</summary>
    public float Single()
    {
        var cells = Take(sizeof(float));
        if (cells.IsEmpty) return 0;
        var value = BinaryPrimitives.ReadSingleLittleEndian(cells);
        if (float.IsFinite(value)) return value;
        Break();
        return 0;
    }

    /// <summary>As many numbers as there is room for.</summary>
    public void Scaled(Span<float> values)
    {
        var scale = Single();
        var cells = Take(2 * values.Length);
        if (cells.IsEmpty) return;
        for (var index = 0; index < values.Length; index++)
        {
            var value = scale * (float)BinaryPrimitives.ReadHalfLittleEndian(cells[(2 * index)..]);
            values[index] = value;
            if (!float.IsFinite(value)) Break();
        }
    }

    public string Text()
    {
        var length = Count(bytesEach: 1);
        return Encoding.UTF8.GetString(Take(length));
    }

    public void Break()
    {
        IsBroken = true;
        _rest = [];
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length)
        {
            Break();
            return [];
        }

        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
