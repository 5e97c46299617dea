namespace PersonalizationEngine.Core.Recommendations.Algebra;

/// <summary>How an inversion ended.</summary>
/// <param name="FailedPivot">
/// The row, from 0, whose pivot was not above 0: with the rows before it the matrix is positive definite, with this one no
/// more, or no more within single precision. -1 after success.
/// </param>
public readonly record struct InverseOutcome(int FailedPivot)
{
    public bool Succeeded => FailedPivot < 0;
}
