using System.Globalization;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Rules.Conditions.Scheduling;

namespace PersonalizationEngine.Core.Delivery.Campaigns;

internal static class CampaignScheduleDocument
{
    /// <summary>Stands for each recipient's own clock.</summary>
    public const string Recipients = "recipient";

    private const string Accepted = "must be a local time as 2026-11-27T09:00, without a zone";

    private static readonly string[] Repetitions = ["none", "daily", "weekly", "monthly"];

    public static CampaignSchedule? Read(DocumentReader? reader)
    {
        if (reader is null) return null;
        reader.RefuseUnknown("at", "timezone", "repeat", "until");
        var at = LocalTime(reader, "at", required: true);
        var until = LocalTime(reader, "until", required: false);
        var zone = reader.Text("timezone", 64, required: true);
        if (zone is not null && zone != Recipients && ScheduleZone.Find(zone) is null)
            reader.Fault("timezone", $"must be an IANA time zone, as Europe/Berlin, or {Recipients} for the clock of each");
        var repeat = reader.OneOf("repeat", Repetitions);
        if (until < at) reader.Fault("until", "must not be before at");
        if (at is not { } first || zone is null || reader.Faults.Count > 0) return null;
        return new CampaignSchedule(first, zone == Recipients ? null : ScheduleZone.Find(zone), repeat switch
        {
            "daily" => Repetition.Daily,
            "weekly" => Repetition.Weekly,
            "monthly" => Repetition.Monthly,
            _ => Repetition.None,
        }, until);
    }

    private static DateTime? LocalTime(DocumentReader reader, string name, bool required)
    {
        if (reader.Text(name, 19, required) is not { } text) return null;
        string[] formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];
        // Ten days from either end, so that no reckoning with zones leaves the calendar.
        if (DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Year is > 1970 and < 9000) return time;
        reader.Fault(name, Accepted);
        return null;
    }
}
