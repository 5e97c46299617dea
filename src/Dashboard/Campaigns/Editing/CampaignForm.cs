using PersonalizationEngine.Core.Rules.Conditions.Outlines;

namespace PersonalizationEngine.Dashboard.Campaigns.Editing;

/// <summary>A campaign as somebody types it.</summary>
/// <param name="Channels">The first choice first; empty ones are passed over.</param>
public sealed record CampaignForm(string Name, string Description, string Template, IReadOnlyList<string> Channels, OutlineGroup Audience)
{
    public static CampaignForm New { get; } = new("", "", "", [], OutlineGroup.Everybody);

    public ScheduleForm Schedule { get; init; } = ScheduleForm.New;

    /// <summary>Empty for that of the template.</summary>
    public string Topic { get; init; } = "";

    public string Priority { get; init; } = "50";

    public bool IsCritical { get; init; }

    /// <summary>Hours that a message may wait.</summary>
    public string Hours { get; init; } = "72";

    public string Quiet { get; init; } = "hold";

    public string Caps { get; init; } = "drop";

    public bool CountsTowardCaps { get; init; } = true;

    /// <summary>For people of whom no zone is known; empty for the engine's.</summary>
    public string Zone { get; init; } = "";

    /// <summary>In percent.</summary>
    public string Holdout { get; init; } = "0";

    /// <summary>A line each: name, equals sign, value.</summary>
    public string Data { get; init; } = "";
}
