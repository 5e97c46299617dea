namespace PersonalizationEngine.Functions.OpenApi.Parameters;

/// <summary>Parameters that several functions read alike, and what they can be refused for because of them.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal abstract class ParameterGroupAttribute : Attribute
{
    public abstract IReadOnlyList<ParameterAttribute> Parameters { get; }

    public virtual IReadOnlyList<int> Fails => [];
}
