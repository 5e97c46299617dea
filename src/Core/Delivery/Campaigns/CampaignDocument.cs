using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Conditions.Scheduling;

namespace PersonalizationEngine.Core.Delivery.Campaigns;

/// <summary>Reads a campaign as it is sent to the API; every fault comes with its JSON pointer.</summary>
public static class CampaignDocument
{
    public const int MaxNameLength = 200, MaxTemplateLength = 100, MaxTopicLength = 64, MaxDataBytes = 16_384, MaxTimeToLiveHours = 720;

    private static readonly string[] QuietPolicies = ["hold", "drop", "switch"], CapPolicies = ["drop", "hold"];

    public static Parsed<Campaign> Read(JsonElement json)
    {
        var reader = new DocumentReader(json);
        reader.RefuseUnknown(
            "id", "name", "description", "template", "audience", "channels", "topic", "priority", "critical", "schedule", "time_to_live_hours",
            "quiet_hours", "caps", "counts_toward_caps", "timezone", "data", "holdout", "version", "created_at", "updated_at");
        var name = reader.Text("name", MaxNameLength, required: true);
        var template = reader.Text("template", MaxTemplateLength, required: true);
        var audience = ConditionDocument.Read(reader, "audience", required: true);
        var channels = Channels(reader);
        var schedule = CampaignScheduleDocument.Read(reader.Child("schedule"));
        var zone = Zone(reader, "timezone");
        var description = reader.Text("description", 2_000, allowEmpty: true);
        var topic = reader.Text("topic", MaxTopicLength);
        var priority = reader.Integer("priority", 0, 100);
        var critical = reader.Flag("critical");
        var timeToLive = reader.Number("time_to_live_hours", 1, MaxTimeToLiveHours);
        var quiet = reader.OneOf("quiet_hours", QuietPolicies);
        var caps = reader.OneOf("caps", CapPolicies);
        var counts = reader.Flag("counts_toward_caps");
        var data = reader.Map("data", MaxDataBytes);
        var holdout = reader.Number("holdout", 0, 0.5);
        return Parsed.From(reader, () => new Campaign(0, name!, template!, audience!, json.Clone())
        {
            Description = description,
            Channels = channels,
            Topic = topic,
            Priority = (int)(priority ?? Campaign.DefaultPriority),
            IsCritical = critical ?? false,
            Schedule = schedule,
            TimeToLive = timeToLive is { } hours ? TimeSpan.FromHours(hours) : Campaign.DefaultTimeToLive,
            QuietPolicy = quiet switch { "drop" => QuietPolicy.Drop, "switch" => QuietPolicy.SwitchChannel, _ => QuietPolicy.Hold },
            CapPolicy = caps == "hold" ? CapPolicy.Hold : CapPolicy.Drop,
            CountsTowardCaps = counts ?? true,
            Zone = zone,
            Data = data ?? AttributeMap.Empty,
            Holdout = holdout ?? 0,
        });
    }

    /// <summary>A campaign that was accepted once.</summary>
    /// <exception cref="JsonException">It can no longer be read.</exception>
    public static Campaign Restore(long id, JsonElement json)
    {
        var parsed = Read(json);
        return parsed.Succeeded ? parsed.Value with { Id = id } : throw new JsonException($"A campaign's {parsed.Faults[0].Pointer} {parsed.Faults[0].Message}.");
    }

    internal static string? Zone(DocumentReader reader, string name)
    {
        var zone = reader.Text(name, 64);
        if (zone is null || ScheduleZone.Find(zone) is not null) return zone;
        reader.Fault(name, "must be an IANA time zone, as Europe/Berlin or UTC");
        return null;
    }

    private static IReadOnlyList<string> Channels(DocumentReader reader)
    {
        var channels = reader.Texts("channels", Profiles.Channels.All.Count, 20) ?? [];
        foreach (var channel in channels)
            if (!Profiles.Channels.All.Contains(channel)) reader.Fault("channels", $"must hold none but {string.Join(", ", Profiles.Channels.All)}");
        return channels;
    }
}
