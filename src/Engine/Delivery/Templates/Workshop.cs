using PersonalizationEngine.Engine.Delivery.Links;
using PersonalizationEngine.Engine.Delivery.Preferences;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>What every template is made and rendered with.</summary>
public sealed record Workshop(ITemplateLanguage Language, MessageLinks Links, Topics Topics, TimeProvider Time);
