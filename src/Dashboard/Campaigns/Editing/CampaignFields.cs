using System.Globalization;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Rules.Editing;

namespace PersonalizationEngine.Dashboard.Campaigns.Editing;

/// <summary>A campaign from the fields of a posted form.</summary>
internal static class CampaignFields
{
    /// <summary>The name that the script of conditions knows.</summary>
    public const string Audience = RuleFields.Condition;

    public static string Channel(int place) => string.Create(CultureInfo.InvariantCulture, $"channel.{place}");

    public static CampaignForm Read(PostedForm form)
    {
        string Text(string name) => form[name] ?? "";
        return new CampaignForm(
            Text("name"), Text("description").ReplaceLineEndings("\n"), Text("template"),
            [.. Enumerable.Range(0, Core.Profiles.Channels.All.Count).Select(place => Text(Channel(place)))],
            ConditionFields.Read(form, Audience) ?? OutlineGroup.Everybody)
        {
            Schedule = new ScheduleForm(Text("by"), Text("at"), Text("clock"), Text("repeat"), Text("until")),
            Topic = Text("topic"),
            Priority = Text("priority"),
            IsCritical = form.Has("critical"),
            Hours = Text("hours"),
            Quiet = Text("quiet"),
            Caps = Text("caps"),
            CountsTowardCaps = form.Has("counts"),
            Zone = Text("zone"),
            Holdout = Text("holdout"),
            Data = Text("data").ReplaceLineEndings("\n"),
        };
    }
}
