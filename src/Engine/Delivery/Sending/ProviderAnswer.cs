namespace PersonalizationEngine.Engine.Delivery.Sending;

/// <summary>What came of handing a message to a provider.</summary>
public abstract record ProviderAnswer
{
    private ProviderAnswer()
    {
    }

    /// <summary>It has it, and what happens next it will tell by an event.</summary>
    /// <param name="ProviderMessageId">Its own name for the message; null when it gave none.</param>
    public sealed record Accepted(string? ProviderMessageId) : ProviderAnswer;

    /// <summary>Not now: it was down, slow or asked for less.</summary>
    /// <param name="Reason">In snake case.</param>
    /// <param name="After">How long it asked to be left alone; null when it said nothing.</param>
    public sealed record TryLater(string Reason, TimeSpan? After = null) : ProviderAnswer
    {
        /// <summary>It works and was only asked for too much: no fault of its, and no reason to leave it.</summary>
        public bool IsBusy { get; init; }

        /// <summary>False when it was left alone because it failed just now: that was no attempt.</summary>
        public bool WasAsked { get; init; } = true;

        /// <summary>
        /// It may have the message although it did not say so, as after a time-out. Only the same provider can tell that it has it
        /// already, so no other one should be asked: see <see cref="OutgoingMessage.MaybeWith"/>.
        /// </summary>
        public bool MayHaveArrived { get; init; }
    }

    /// <summary>Never, as the message is.</summary>
    /// <param name="Reason">In snake case.</param>
    public sealed record Refused(string Reason, string? Detail = null) : ProviderAnswer;

    /// <summary>Nobody is at the address, or nobody who wants it.</summary>
    /// <param name="Reason">In snake case: <c>unregistered</c>, <c>invalid_address</c>.</param>
    public sealed record AddressGone(string Reason, string? Detail = null) : ProviderAnswer;
}
