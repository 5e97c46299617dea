namespace PersonalizationEngine.Functions.OpenApi.Parameters;

/// <summary>What a frontend tells of the moment.</summary>
internal sealed class WithContextAttribute : ParameterGroupAttribute
{
    public override IReadOnlyList<ParameterAttribute> Parameters { get; } =
    [
        new QueryParameterAttribute("context.", "What the frontend knows of the moment, as in context.page=/pricing; conditions ask for it. At most 50. What reads as a number or a boolean is one.")
        {
            IsPrefix = true,
            MaxLength = 1024,
            Example = "context.page=/pricing",
        },
    ];
}
