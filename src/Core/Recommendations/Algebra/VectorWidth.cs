namespace PersonalizationEngine.Core.Recommendations.Algebra;

/// <summary>Which of the processor's vector registers dense algebra uses.</summary>
public enum VectorWidth
{
    /// <summary>The widest the machine has.</summary>
    Widest,

    /// <summary>4 floats; SSE, NEON, and in plain code where there is neither.</summary>
    Bits128,

    /// <summary>8 floats; needs AVX2. Without it the result is the same and comes slowly.</summary>
    Bits256,

    /// <summary>16 floats; needs AVX-512. Without it the result is the same and comes slowly.</summary>
    Bits512,
}
