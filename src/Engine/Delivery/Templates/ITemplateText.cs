namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>A text that was read and can be rendered, by many threads at once.</summary>
public interface ITemplateText
{
    /// <summary>Never fails with an exception.</summary>
    RenderedText Render(ITemplateScope scope);
}
