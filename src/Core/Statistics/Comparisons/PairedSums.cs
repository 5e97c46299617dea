namespace PersonalizationEngine.Core.Statistics.Comparisons;

/// <summary>Sums over the people of a group, of whom each has a value and, from before the experiment, a covariate.</summary>
/// <param name="Y">Σ y, the values.</param>
/// <param name="X">Σ x, the covariates.</param>
public readonly record struct PairedSums(long Count, double Y, double YY, double X, double XX, double XY)
{
    public double MeanOfY => Y / Count;

    public double MeanOfX => X / Count;

    public double VarianceOfY => (YY - (Y * Y / Count)) / (Count - 1);

    public double VarianceOfX => (XX - (X * X / Count)) / (Count - 1);

    public double Covariance => (XY - (X * Y / Count)) / (Count - 1);

    public static PairedSums operator +(PairedSums left, PairedSums right) => left.Add(right);

    public PairedSums Add(PairedSums other) =>
        new(Count + other.Count, Y + other.Y, YY + other.YY, X + other.X, XX + other.XX, XY + other.XY);

    public PairedSums Add(double y, double x) => new(Count + 1, Y + y, YY + (y * y), X + x, XX + (x * x), XY + (x * y));
}
