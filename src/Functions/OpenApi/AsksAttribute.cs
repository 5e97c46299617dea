namespace PersonalizationEngine.Functions.OpenApi;

/// <summary>The body that a function reads.</summary>
/// <param name="schema">A file of OpenApi/Schemas without its ending; its first example is the operation's.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AsksAttribute(string schema) : Attribute
{
    public string Schema => schema;

    /// <summary><c>application/json</c> by default.</summary>
    public string MediaType { get; set; } = "application/json";

    /// <summary>Whether an empty body reads as <c>{}</c>.</summary>
    public bool IsOptional { get; set; }

    /// <summary>Whether the same may come as NDJSON, an event a line.</summary>
    public bool IsBatch { get; set; }
}
