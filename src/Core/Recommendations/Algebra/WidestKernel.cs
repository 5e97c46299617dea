using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PersonalizationEngine.Core.Recommendations.Algebra;

/// <summary>The kernel for the widest registers of the machine; chosen at compilation, so that choosing costs nothing.</summary>
internal readonly struct WidestKernel : ITileKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref float left, ref float right, int depth, ref float target, int stride)
    {
        if (Vector512.IsHardwareAccelerated) Vector512Kernel.Accumulate(ref left, ref right, depth, ref target, stride);
        else if (Vector256.IsHardwareAccelerated) Vector256Kernel.Accumulate(ref left, ref right, depth, ref target, stride);
        else Vector128Kernel.Accumulate(ref left, ref right, depth, ref target, stride);
    }
}
