namespace PersonalizationEngine.Core.Delivery;

/// <summary>What becomes of a message when caps leave it no channel. A channel that still has a send left is always tried first.</summary>
public enum CapPolicy
{
    /// <summary>It is not sent.</summary>
    Drop,

    /// <summary>It waits until a send is free again.</summary>
    Hold,
}
