namespace PersonalizationEngine.Core.Experiments;

/// <summary>Why a person is in an experiment, or is not.</summary>
public enum AssignmentReason
{
    /// <summary>The bucket lies in a variant's range.</summary>
    Allocated,

    /// <summary>Draft, paused or completed.</summary>
    NotRunning,

    /// <summary>Running, but before its start or from its end on.</summary>
    OutsideDates,

    /// <summary>The targeting condition does not hold.</summary>
    NotTargeted,

    /// <summary>The bucket lies outside the traffic allocation.</summary>
    NotAllocated,

    /// <summary>The person was served the variant before and keeps it.</summary>
    Kept,

    /// <summary>A tester gets the variant, uncounted.</summary>
    Forced,

    /// <summary>The test is decided and everybody in it gets one variant, uncounted.</summary>
    Released,

    /// <summary>The person is in the group that sees no experiment.</summary>
    HeldOut,

    /// <summary>A filter or a namespace keeps the place for other experiments.</summary>
    FilteredOut,

    /// <summary>Another experiment's variant is needed first.</summary>
    PrerequisiteNotMet,

    /// <summary>The person lacks the attribute that is hashed.</summary>
    NoHashValue,

    /// <summary>The person was served in a version of before that is no more wanted.</summary>
    Retired,

    /// <summary>A tester looks on, and of this experiment nothing was forced.</summary>
    Tester,
}
