namespace PersonalizationEngine.Core.Recommendations.Models.Linear;

/// <summary>What became of a solve.</summary>
/// <param name="Model">
/// None where the sums, as rounded, were not positive definite, which a larger lambda cures. It takes a lambda of less than
/// about a millionth of the largest eigenvalue: hundreds of thousands of people with long histories and a lambda of 1.
/// </param>
/// <param name="FailedItem">The item at which the solve stopped; -1 after success.</param>
public sealed record EaseSolution(LinearItemModel? Model, int FailedItem);
