using PersonalizationEngine.Core.Decisions;

namespace PersonalizationEngine.Functions.Personalization;

/// <summary>A message that a rule asked for.</summary>
/// <param name="Reason"><c>requested</c>, or why not: <c>no_consent</c>.</param>
internal sealed record MessageAnswer(string Channel, string Template, RuleReference Rule, string Reason)
{
    public static MessageAnswer Of(MessageDecision message) => new(
        message.Request.Message.Channel,
        message.Request.Message.Template,
        new RuleReference(message.Request.Rule.Id, message.Request.Rule.Name),
        message.Reason);
}
