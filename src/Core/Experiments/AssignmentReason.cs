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
}
