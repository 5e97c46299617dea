namespace PersonalizationEngine.Core.Decisions.Receipts;

/// <param name="Reason">As <see cref="MessageDecision.Reason"/>.</param>
public sealed record DecidedMessage(long Rule, string Channel, string Template, bool Allowed, string Reason)
{
    public static DecidedMessage Of(MessageDecision message) => new(
        message.Request.Rule.Id, message.Request.Message.Channel, message.Request.Message.Template, message.Allowed, message.Reason);
}
