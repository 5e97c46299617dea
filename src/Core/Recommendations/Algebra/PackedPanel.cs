using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PersonalizationEngine.Core.Recommendations.Algebra;

/// <summary>
/// A tall, narrow matrix in the order the kernels read it: 32 of its rows at a time, and of these one column after the
/// other. What the last tile has too many stays 0. Tiles begin on a cache line, or every other load would touch two.
/// </summary>
internal sealed class PackedPanel
{
    private const int CacheLine = 64;

    private readonly float[] _cells;
    private readonly int _start;
    private readonly int _tileLength;

    public PackedPanel(int rows, int depth)
    {
        // The kernels write 8 columns at a time where a panel is their target.
        _tileLength = Tile.Count(depth, Tile.Rows) * Tile.Rows * Tile.Columns;
        var length = Tile.Count(rows, Tile.Columns) * _tileLength;
        _cells = GC.AllocateArray<float>(length + (CacheLine / sizeof(float)), pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(_cells, 0);
        _start = (int)((CacheLine - (address % CacheLine)) % CacheLine) / sizeof(float);
    }

    /// <summary>The cells of a tile: column k of its row r at k * 32 + r.</summary>
    public Span<float> Cells(int tile) => _cells.AsSpan(_start + (tile * _tileLength), _tileLength);

    /// <summary>Where row 0 of the tile begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float First(int tile) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_cells), _start + (tile * _tileLength));

    /// <summary>Where a row, the first of 8, begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float At(int row) => ref Unsafe.Add(ref First(row / Tile.Columns), row % Tile.Columns);
}
