namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>A template that was read and is ready to be rendered.</summary>
public interface IMessageTemplate
{
    string Key { get; }

    int Version { get; }

    /// <summary>That it has something to say on.</summary>
    IReadOnlyList<string> Channels { get; }

    /// <summary>What it is about, unless who asks for the message says; null for nothing people choose about.</summary>
    string? Topic { get; }

    /// <returns>The content, or why there is none.</returns>
    Rendered Render(string channel, TemplateFacts facts);
}
