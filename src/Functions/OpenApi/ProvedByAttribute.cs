namespace PersonalizationEngine.Functions.OpenApi;

/// <summary>How callers of an anonymous function prove themselves: one of these schemes is enough.</summary>
/// <param name="schemes">Names of <see cref="Writing.SecuritySchemes"/>.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProvedByAttribute(params string[] schemes) : Attribute
{
    public IReadOnlyList<string> Schemes => schemes;

    /// <summary>Whether somebody without any is answered, too.</summary>
    public bool IsOptional { get; set; }
}
