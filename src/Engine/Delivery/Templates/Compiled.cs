namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <param name="Text">Null when it could not be read.</param>
public readonly record struct Compiled(ITemplateText? Text, SourceFault? Fault);
