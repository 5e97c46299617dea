namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>What texts can speak of, made ready by the language. For one thread at a time.</summary>
public interface ITemplateScope;
