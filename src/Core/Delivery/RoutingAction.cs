namespace PersonalizationEngine.Core.Delivery;

/// <summary>What to do with a message now.</summary>
public enum RoutingAction
{
    /// <summary>Send it by the decision's channel.</summary>
    Send,

    /// <summary>Keep it and ask again at the decision's instant: everything is checked anew.</summary>
    HoldUntil,

    /// <summary>Do not send it, neither now nor later.</summary>
    Suppress,
}
