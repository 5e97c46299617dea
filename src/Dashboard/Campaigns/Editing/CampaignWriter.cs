using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;
using PersonalizationEngine.Dashboard.Rules.Editing;

namespace PersonalizationEngine.Dashboard.Campaigns.Editing;

/// <summary>The form of a campaign as the document that the API would take.</summary>
public sealed class CampaignWriter
{
    private readonly List<(string Field, string Message)> _faults = [];

    private CampaignWriter(OutlineWriter audience) => Audience = audience;

    public JsonElement Document { get; private set; }

    public OutlineWriter Audience { get; }

    /// <summary>What cannot be written at all, by the field of the form.</summary>
    public IReadOnlyList<(string Field, string Message)> Faults => _faults;

    /// <param name="live">Null for a new one.</param>
    public static CampaignWriter Write(CampaignForm form, Campaign? live)
    {
        var writer = new CampaignWriter(OutlineWriter.Write(form.Audience));
        var document = new JsonObject
        {
            ["critical"] = form.IsCritical,
            ["counts_toward_caps"] = form.CountsTowardCaps,
            ["channels"] = new JsonArray([.. form.Channels.Where(channel => channel.Length > 0).Select(channel => (JsonNode)channel)]),
        };
        foreach (var (field, text) in new[]
        {
            ("name", form.Name), ("description", form.Description), ("template", form.Template), ("topic", form.Topic), ("quiet_hours", form.Quiet),
            ("caps", form.Caps), ("timezone", form.Zone),
        })
            Set(document, field, text);
        if (writer.Number("priority", form.Priority) is { } priority) document["priority"] = priority;
        if (writer.Number("hours", form.Hours) is { } hours) document["time_to_live_hours"] = hours;
        if (writer.Number("holdout", form.Holdout) is { } holdout) document["holdout"] = holdout / 100;
        if (form.Schedule.By is ScheduleForm.Clock or ScheduleForm.Recipient) document["schedule"] = Write(form.Schedule);
        if (DataLines.Read(form.Data, live?.Document, message => writer._faults.Add(("data", message))) is { Count: > 0 } data) document["data"] = data;
        writer.Document = writer.WithAudience(document.ToJsonString());
        return writer;
    }

    private static JsonObject Write(ScheduleForm form)
    {
        var schedule = new JsonObject();
        Set(schedule, "at", form.At);
        Set(schedule, "timezone", form.By == ScheduleForm.Recipient ? ScheduleForm.Recipient : form.Zone);
        Set(schedule, "repeat", form.Repeat);
        Set(schedule, "until", form.Until);
        return schedule;
    }

    /// <summary>Conditions that are deeper than JSON is read are told of at the audience.</summary>
    private JsonElement WithAudience(string json)
    {
        var whole = $"{json[..^1]},\"audience\":{Audience.Json}}}";
        if (JsonShown.WhyNot(whole) is not { } fault) return JsonElement.Parse(whole);
        _faults.Add((CampaignFields.Audience, fault));
        return JsonElement.Parse($"{json[..^1]},\"audience\":{{}}}}");
    }

    /// <returns>Null where nothing was typed, or nothing that can be read.</returns>
    private double? Number(string field, string text)
    {
        if (text.Length == 0) return null;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        _faults.Add((field, "must be a number from 0 on"));
        return null;
    }

    private static void Set(JsonObject document, string field, string text)
    {
        if (text.Length > 0) document[field] = text;
    }
}
