using PersonalizationEngine.Engine.Delivery.Sending;

namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <param name="Content">Null when it could not be rendered.</param>
/// <param name="Fault">Why not, in words for who wrote the template; null when it could.</param>
public readonly record struct Rendered(MessageContent? Content, string? Fault)
{
    /// <summary>What whoever wrote the template should know; null when there is nothing.</summary>
    public IReadOnlyList<string>? Warnings { get; init; }
}
