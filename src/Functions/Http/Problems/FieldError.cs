using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Functions.Http.Problems;

/// <param name="Field">Query parameter or place in the body, as in <c>variants[1].weight</c>.</param>
/// <param name="Pointer">RFC 6901 pointer into the body; null for anything else.</param>
/// <param name="Message">What is accepted.</param>
internal sealed record FieldError(string Field, string? Pointer, string Message)
{
    public static FieldError Of(DocumentFault fault) => new(fault.Field, fault.Pointer, fault.Message);
}
