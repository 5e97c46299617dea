using Microsoft.AspNetCore.Http;

namespace PersonalizationEngine.Functions.OpenApi.Parameters;

/// <summary>Changes that can be made to depend on nobody having made another one meanwhile.</summary>
internal sealed class IfUnchangedAttribute : ParameterGroupAttribute
{
    public override IReadOnlyList<ParameterAttribute> Parameters { get; } =
    [
        new HeaderParameterAttribute("If-Match", "The ETag that was read: whoever changes an older state is refused with 412. Left out, or *, for any state.")
        {
            MaxLength = 40,
            Example = "\"3\"",
        },
    ];

    public override IReadOnlyList<int> Fails => [StatusCodes.Status412PreconditionFailed];
}
