namespace PersonalizationEngine.Core.Delivery;

/// <summary>Why a channel stands where it does among those tried.</summary>
public enum ChannelPlace
{
    /// <summary>The stated order: the policy's or the message's.</summary>
    InOrder,

    /// <summary>The person prefers it.</summary>
    Preferred,

    /// <summary>They respond to it clearly more than people are expected to.</summary>
    RespondedMore,

    /// <summary>They respond to it clearly less.</summary>
    RespondedLess,
}
