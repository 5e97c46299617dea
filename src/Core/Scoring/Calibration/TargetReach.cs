namespace PersonalizationEngine.Core.Scoring.Calibration;

/// <summary>Whether scores part off a group that converts as often as sales-ready leads shall.</summary>
public enum TargetReach
{
    /// <summary>No group of a useful size does; sales-ready are those who convert most often.</summary>
    No,

    /// <summary>A group does, but its interval holds lower rates, too.</summary>
    ByRate,

    /// <summary>The whole 95 % interval of the group's rate lies at or above the target.</summary>
    ByInterval,
}
