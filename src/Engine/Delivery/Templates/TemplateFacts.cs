using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>What a template can speak of.</summary>
/// <param name="Person">What conditions can ask about the person, by the same names.</param>
/// <param name="Data">What the campaign, the rule or the caller adds.</param>
/// <param name="MessageId">By which links and unsubscribing are told apart; null in a preview.</param>
/// <param name="Address">That the message goes to; null where there is none yet.</param>
public sealed record TemplateFacts(string PersonId, AttributeMap Person, AttributeMap Data, string? MessageId, string? Topic, string? Address)
{
    /// <summary>People cannot choose not to get it, so it has no way to unsubscribe.</summary>
    public bool IsCritical { get; init; }
}
