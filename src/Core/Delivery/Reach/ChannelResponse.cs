namespace PersonalizationEngine.Core.Delivery.Reach;

/// <summary>How a person took to the messages of one channel.</summary>
/// <param name="Sent">From 0.</param>
/// <param name="Responded">0 to <paramref name="Sent"/>: opened, clicked, answered, whatever the workspace counts.</param>
public readonly record struct ChannelResponse(int Sent, int Responded)
{
    /// <summary>What is expected of a channel never used, and how many sends that expectation is worth.</summary>
    public const double PriorRate = 0.1, PriorSends = 40;

    /// <summary>
    /// The share to be expected of the next messages, 0 to 1: the mean of Beta(4 + responded, 36 + unanswered), that is 10 % as
    /// firmly as 40 sends would show it. One lucky response is 12 %, not 100 %.
    /// </summary>
    public double ExpectedRate => (Math.Clamp(Responded, 0, Math.Max(Sent, 0)) + (PriorRate * PriorSends)) / (Math.Max(Sent, 0) + PriorSends);
}
