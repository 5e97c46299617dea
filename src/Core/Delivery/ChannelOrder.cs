namespace PersonalizationEngine.Core.Delivery;

/// <summary>In which order the channels of a message are tried.</summary>
public enum ChannelOrder
{
    /// <summary>
    /// The channel the person prefers; then those they respond to more than to others; among equals the order of the policy, and
    /// what it does not name as the message lists it.
    /// </summary>
    Personal,

    /// <summary>As the message lists them, for everybody.</summary>
    Listed,
}
