namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>How values put into a text are made harmless.</summary>
public enum Escaping
{
    /// <summary>Nothing can happen in it.</summary>
    None,

    /// <summary>Values are shown, and cannot be markup, unless they go through the filter <c>raw</c>.</summary>
    Html,

    /// <summary>Values are percent-encoded, except an address that stands at the very beginning.</summary>
    Url,
}
