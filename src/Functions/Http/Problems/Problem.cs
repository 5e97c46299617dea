namespace PersonalizationEngine.Functions.Http.Problems;

/// <summary>RFC 9457 problem details.</summary>
/// <param name="Type">A URN that names the kind of problem.</param>
/// <param name="Errors">Each field that is wrong, with what is accepted.</param>
internal sealed record Problem(string Type, string Title, int Status, string? Detail, IReadOnlyList<FieldError>? Errors = null);
