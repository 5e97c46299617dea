namespace PersonalizationEngine.Engine.Delivery.Sending;

/// <summary>A message to one address on its way to a provider.</summary>
/// <param name="MessageId">
/// The same at each attempt and with each provider, so that whoever gets it twice can tell: <c>msg_</c> and 32 hexadecimal digits.
/// </param>
/// <param name="Address">An email address, a phone number in E.164, a push token.</param>
public sealed record OutgoingMessage(
    string MessageId, string PersonId, string Channel, string Address, MessageContent Content, DateTimeOffset CreatedAt)
{
    public string? Topic { get; init; }

    /// <summary>What asked for it: <c>campaign</c>, <c>rule</c>, <c>crossing</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>The campaign or the rule.</summary>
    public long SourceId { get; init; }

    /// <summary>Of a push token: <c>android</c>, <c>ios</c>, <c>web</c>.</summary>
    public string? Platform { get; init; }

    public bool IsCritical { get; init; }

    /// <summary>After it the message is of no use any more.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>
    /// The provider of an earlier attempt that may have the message already (<see cref="ProviderAnswer.TryLater.MayHaveArrived"/>):
    /// it alone is asked while there is such a provider, because only it can tell that it has it. Null asks all in their order.
    /// </summary>
    public string? MaybeWith { get; init; }
}
