namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>What is wrong with the source of a text.</summary>
/// <param name="Line">From 1; 0 when nobody can say where.</param>
/// <param name="Column">From 1; 0 when nobody can say where.</param>
public sealed record SourceFault(string Message, int Line = 0, int Column = 0)
{
    public override string ToString() => Line == 0 ? Message : $"line {Line}, column {Column}: {Message}";
}
