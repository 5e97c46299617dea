using GraphQL;
using GraphQL.Types;
using GraphQL.Validation.Complexity;
using PersonalizationEngine.Functions.GraphQl.Errors;

namespace PersonalizationEngine.Functions.GraphQl.Limits;

/// <summary>
/// What fields cost: an object 1, one below a list as often as the list is long, a text or number nothing. Fields behind which
/// there is more work say so themselves.
/// </summary>
internal static class Cost
{
    /// <summary>How long a list is taken to be of which nothing is known.</summary>
    private const double UsualList = 5;

    public static ComplexityOptions Of(GraphQlLimits limits) => new()
    {
        MaxComplexity = limits.MaxCost,
        DefaultListImpactMultiplier = UsualList,
        DefaultObjectImpact = 1,
        DefaultScalarImpact = 0,
        DefaultComplexityImpactDelegate = context => IsIntrospection(context)
            ? new FieldComplexityResult(0, 0)
            : new FieldComplexityResult(IsObject(context) ? 1 : 0, IsList(context.FieldDefinition.ResolvedType) ? UsualList : 1),
        ValidateComplexityDelegate = context =>
        {
            if (context.Error is null) return Task.CompletedTask;
            context.Error = new CostError($"It costs {Math.Min(context.TotalImpact, 1e15):0} and may cost {limits.MaxCost}.", limits.MaxCost);
            return Task.CompletedTask;
        },
    };

    /// <summary>A field whose entries are counted by an argument.</summary>
    /// <param name="fallback">How many there are where the argument is left out.</param>
    public static T CostsEach<T>(this T field, string argument, int fallback, double itself = 1)
        where T : IFieldMetadataWriter =>
        field.WithComplexityImpact(context => new FieldComplexityResult(itself, Math.Max(1, context.GetArgument<object?>(argument) is int asked ? asked : fallback)));

    /// <summary>What the schema says of itself is in memory, and how far it may be unfolded is limited otherwise.</summary>
    private static bool IsIntrospection(FieldImpactContext context) => context.FieldDefinition.Name.StartsWith("__", StringComparison.Ordinal);

    private static bool IsObject(FieldImpactContext context) => context.FieldDefinition.ResolvedType!.GetNamedType() is IComplexGraphType;

    private static bool IsList(IGraphType? type) => type switch
    {
        NonNullGraphType inner => IsList(inner.ResolvedType),
        ListGraphType => true,
        _ => false,
    };
}
