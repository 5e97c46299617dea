using System.Globalization;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Decisions;

/// <summary>What conditions can ask about the moment, laid over what they can ask about the person.</summary>
public static class RequestAttributes
{
    private const string DeviceKey = "device";
    private const string CampaignPrefix = "utm_";

    public static AttributeMap Of(AttributeMap person, AttributeMap context, DateTimeOffset now)
    {
        var attributes = new Dictionary<string, AttributeValue>(4, StringComparer.Ordinal)
        {
            ["context"] = context,
            ["time"] = TimeOf(now),
        };

        // What the frontend says of this visit is fresher than what the last event said.
        if (context[DeviceKey] is { Kind: AttributeKind.Text } device)
            attributes["device"] = new AttributeMap([KeyValuePair.Create("type", device)]).Over(MapOf(person["device"]));
        if (context.Count > 0 && CampaignOf(context) is { Count: > 0 } campaign)
            attributes["utm"] = campaign.Over(MapOf(person["utm"]));

        return new AttributeMap(attributes).Over(person);
    }

    /// <summary>Adds <c>experiments.KEY = VARIANT</c> for the experiments the person is in, or was put in as a tester.</summary>
    public static AttributeMap WithExperiments(AttributeMap attributes, IReadOnlyList<Assignment> assignments)
    {
        var variants = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        foreach (var assignment in assignments)
            if (assignment.IsServed) variants[assignment.Experiment.Key] = assignment.Variant.Key;
        return variants.Count == 0
            ? attributes
            : new AttributeMap([KeyValuePair.Create<string, AttributeValue>("experiments", new AttributeMap(variants))]).Over(attributes);
    }

    private static AttributeMap CampaignOf(AttributeMap context) => new(context.Names
        .Where(name => name.StartsWith(CampaignPrefix, StringComparison.Ordinal))
        .Select(name => KeyValuePair.Create(name[CampaignPrefix.Length..], context[name])));

    private static AttributeMap TimeOf(DateTimeOffset now)
    {
        var utc = now.ToUniversalTime();
        return new AttributeMap(new Dictionary<string, AttributeValue>(4, StringComparer.Ordinal)
        {
            ["hour"] = utc.Hour,
            ["weekday"] = utc.DayOfWeek switch
            {
                DayOfWeek.Monday => "monday",
                DayOfWeek.Tuesday => "tuesday",
                DayOfWeek.Wednesday => "wednesday",
                DayOfWeek.Thursday => "thursday",
                DayOfWeek.Friday => "friday",
                DayOfWeek.Saturday => "saturday",
                _ => "sunday",
            },
            ["date"] = utc.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["unix"] = utc.ToUnixTimeSeconds(),
        });
    }

    private static AttributeMap MapOf(AttributeValue value) => value.Kind == AttributeKind.Map ? value.Map : AttributeMap.Empty;
}
