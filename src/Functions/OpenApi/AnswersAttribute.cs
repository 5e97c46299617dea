namespace PersonalizationEngine.Functions.OpenApi;

/// <summary>An answer that a function gives when all is well. What goes wrong is told by <see cref="FailsAttribute"/>.</summary>
/// <param name="status">200 to 399.</param>
/// <param name="body">What is sent, a type of one of the assembly's JSON contexts; null for an empty body.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class AnswersAttribute(int status, Type? body = null) : Attribute
{
    public int Status => status;

    public Type? Body => body;

    /// <summary>A file of OpenApi/Schemas without its ending, for a body that no type of ours describes.</summary>
    public string? Schema { get; set; }

    /// <summary>Whether an ETag goes with it, for If-Match or If-None-Match.</summary>
    public bool HasTag { get; set; }
}
