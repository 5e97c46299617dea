namespace PersonalizationEngine.Core.Rules.Conditions.Sets;

/// <summary>A number that a value, counted as a number, must not fall short of or exceed; what counts for no number fails it.</summary>
/// <param name="IsLowest">The value has to lie above; else below.</param>
/// <param name="IsIncluded">The bound itself passes.</param>
internal readonly record struct NumberBound(double Bound, bool IsLowest, bool IsIncluded)
{
    /// <param name="number">Not NaN.</param>
    public bool Admits(double number) => number == Bound ? IsIncluded : IsLowest == number > Bound;
}
