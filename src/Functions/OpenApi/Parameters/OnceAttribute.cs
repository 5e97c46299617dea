using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Engine.Idempotency;
using PersonalizationEngine.Functions.Http.Idempotency;

namespace PersonalizationEngine.Functions.OpenApi.Parameters;

/// <summary>What is done once, however often it is sent: no function is marked with it, for all that change something are.</summary>
internal sealed class OnceAttribute : ParameterGroupAttribute
{
    public override IReadOnlyList<ParameterAttribute> Parameters { get; } =
    [
        new HeaderParameterAttribute(
            KeyHeader.Name,
            "A new one for each request: sent again with the same, it is not done again, and for 24 hours the answer is the first one, with the header Idempotent-Replayed. 409 while it still runs, 422 for another request.")
        {
            MaxLength = KeyRules.LongestKey,
            Pattern = "^[ -~]+$",
        },
    ];

    public override IReadOnlyList<int> Fails => [StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity];
}
