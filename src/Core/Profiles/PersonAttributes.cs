using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Profiles.Live;
using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Core.Profiles;

/// <summary>What conditions can ask about a person; the page on rules lists the names.</summary>
public static class PersonAttributes
{
    /// <param name="live">What they did within the hour; null when it cannot be told, and then absent.</param>
    /// <param name="acts">When they did what behavioural conditions ask about; null when nobody asks, and then absent.</param>
    public static AttributeMap Of(
        PersonProfile profile, bool known, BehaviouralFactors factors, LeadScore score, LiveCounts? live = null, AttributeMap? acts = null)
    {
        var contact = profile.Contact;
        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
        {
            ["id"] = profile.PersonId,
            ["known"] = known,
            ["identified"] = profile.Identified,
            ["score"] = (double)score.Score,
            ["segment"] = score.Segment.Name(),
            ["factors"] = new AttributeMap(factors.Values.Select(
                factor => KeyValuePair.Create(factor.Factor.Name(), (AttributeValue)(double)factor.Value))),
            ["sessions"] = factors.Sessions,
            ["traits"] = profile.Traits,
            ["consent"] = new AttributeMap(profile.Consents.Select(
                consent => KeyValuePair.Create(consent.Key, (AttributeValue)consent.Value))),
            ["utm"] = profile.Campaign,
            ["device"] = profile.Device,
        };
        if (acts is not null) attributes["acts"] = acts;
        if (live is not null) attributes["live"] = live.ToAttributes();
        AddKnown(attributes, "email", contact.Email);
        AddKnown(attributes, "phone", contact.Phone);
        AddKnown(attributes, "name", contact.Name);
        AddKnown(attributes, "company", contact.Company);
        AddKnown(attributes, "job_title", contact.JobTitle);
        AddKnown(attributes, "country", contact.Country);
        AddKnown(attributes, "language", contact.Language);
        AddKnown(attributes, "timezone", contact.TimeZone);
        AddKnown(attributes, "preferred_channel", contact.PreferredChannel);
        AddAge(attributes, "days_since_first_seen", profile.FirstSeenAt, factors.AsOf);
        AddAge(attributes, "days_since_last_seen", profile.LastSeenAt, factors.AsOf);
        return new AttributeMap(attributes);
    }

    /// <summary>An unknown fact is absent rather than empty, so that <c>$exists</c> tells.</summary>
    private static void AddKnown(Dictionary<string, AttributeValue> attributes, string name, string? value)
    {
        if (value is not null) attributes[name] = value;
    }

    private static void AddAge(Dictionary<string, AttributeValue> attributes, string name, DateTimeOffset? at, DateTimeOffset now)
    {
        if (at is { } then) attributes[name] = Math.Max(0, (now - then).TotalDays);
    }
}
