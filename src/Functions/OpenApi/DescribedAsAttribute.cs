namespace PersonalizationEngine.Functions.OpenApi;

/// <summary>What a property holds whose type says only that it is JSON.</summary>
/// <param name="schema">A file of OpenApi/Schemas without its ending.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DescribedAsAttribute(string schema) : Attribute
{
    public string Schema => schema;

    /// <summary>Whether it is a list of these.</summary>
    public bool IsList { get; set; }
}
