namespace PersonalizationEngine.Engine.Identity;

/// <summary>Why two ids were not joined.</summary>
public enum RefusalReason
{
    /// <summary>One of them is no person's, as "undefined".</summary>
    BlockedId,

    /// <summary>Many known people log in on the device.</summary>
    SharedDevice,

    /// <summary>Both are known people, and only the CDP may say that they are one.</summary>
    TwoKnownPeople,

    /// <summary>So many people have become this one lately.</summary>
    TooManyMerges,

    /// <summary>So many ids lead to the person already.</summary>
    TooManyIds,

    /// <summary>They were joined before, and somebody took them apart.</summary>
    TakenApart,
}
