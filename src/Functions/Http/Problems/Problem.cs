using System.Diagnostics;
using System.Text.Json.Serialization;

namespace PersonalizationEngine.Functions.Http.Problems;

/// <summary>RFC 9457 problem details.</summary>
/// <param name="Type">A URN that names the kind of problem.</param>
/// <param name="Errors">Each field that is wrong, with what is accepted.</param>
internal sealed record Problem(string Type, string Title, int Status, string? Detail, IReadOnlyList<FieldError>? Errors = null)
{
    /// <summary>By which logs and traces know the request; absent where nobody traces.</summary>
    [JsonPropertyName("traceId")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceId { get; } = Activity.Current is { IdFormat: ActivityIdFormat.W3C } span ? span.TraceId.ToHexString() : null;
}
