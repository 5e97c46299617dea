namespace PersonalizationEngine.Functions.Admin.Experiments.Planning;

/// <param name="Users">Of all variants together.</param>
/// <param name="Days">At the daily people; null where nobody comes, or where it takes longer than a century.</param>
internal sealed record SizeAnswer(double? UsersPerVariant, double? Users, int? Days);
