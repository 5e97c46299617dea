namespace PersonalizationEngine.Core.Delivery;

/// <summary>What becomes of a message in somebody's quiet hours.</summary>
public enum QuietPolicy
{
    /// <summary>It waits, on the channel that comes first, until they are over.</summary>
    Hold,

    /// <summary>It is not sent, by no channel.</summary>
    Drop,

    /// <summary>It goes by the next channel that may send now; if there is none, it waits.</summary>
    SwitchChannel,
}
