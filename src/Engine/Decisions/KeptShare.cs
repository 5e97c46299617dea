using System.Buffers.Binary;
using PersonalizationEngine.Core.Hashing;

namespace PersonalizationEngine.Engine.Decisions;

/// <summary>Of how many decisions the receipt is kept without being asked for: chosen by their ids, so that anybody can tell later.</summary>
/// <param name="Share">0 (none) to 1 (all).</param>
public sealed record KeptShare(double Share)
{
    public const double DefaultShare = 0.001;

    private readonly uint _edge = (uint)Math.Min(uint.MaxValue, Share * ((double)uint.MaxValue + 1));

    /// <param name="nonce">What the id has to differ from others.</param>
    public bool Contains(uint nonce)
    {
        if (_edge is 0 or uint.MaxValue) return _edge != 0;
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, nonce);
        // Turned around: of numbers that follow each other the hash differs most in its lowest bits.
        return BinaryPrimitives.ReverseEndianness(Fnv1a.Continue(Fnv1a.OffsetBasis, bytes)) < _edge;
    }
}
