using GraphQL.Validation;

namespace PersonalizationEngine.Functions.GraphQl.Errors;

/// <summary>The answer would take too many objects.</summary>
/// <param name="most">What it may cost.</param>
internal sealed class CostError(string message, long most) : ValidationError(message)
{
    public long Most => most;
}
