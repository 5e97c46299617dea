namespace PersonalizationEngine.Functions.OpenApi;

/// <summary>
/// Statuses that a function refuses with, besides those that follow from the rest: 400 where anything can be wrong, 401 where
/// a key is asked for, 413 where a body is read, 500 and 503 everywhere.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FailsAttribute(params int[] statuses) : Attribute
{
    public IReadOnlyList<int> Statuses => statuses;
}
