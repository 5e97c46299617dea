using System.Text.Json.Nodes;
using PersonalizationEngine.Feed.Demo.Population;
using PersonalizationEngine.Feed.Demo.Wire;

namespace PersonalizationEngine.Feed.Demo.Journeys;

/// <summary>What the customer data platform tells of an identified person.</summary>
internal static class CustomerFacts
{
    public static Fact Upserted(Person person, DateTimeOffset at)
    {
        var contact = person.Contact!;
        return new Fact(at, "customer.upserted", new JsonObject
        {
            ["user_id"] = person.UserId,
            ["email"] = contact.Email,
            ["phone"] = contact.Phone,
            ["name"] = contact.Name,
            ["company"] = contact.Company,
            ["job_title"] = contact.JobTitle,
            ["country"] = person.Location.Country,
            ["language"] = person.Language,
            ["timezone"] = person.Location.Timezone,
            ["preferred_channel"] = contact.Channel,
            ["traits"] = new JsonObject
            {
                ["industry"] = contact.Company.Split(' ')[^1].ToLowerInvariant(),
                ["source"] = person.KnownBefore ? "crm" : "website",
            },
        });
    }

    public static Fact Consented(Person person, DateTimeOffset at) =>
        new(at, "consent.updated", new JsonObject { ["user_id"] = person.UserId, ["consents"] = person.Consents.ToJson() });

    public static Fact Withdrew(Person person, string purpose, DateTimeOffset at) =>
        new(at, "consent.updated", new JsonObject { ["user_id"] = person.UserId, ["purpose"] = purpose, ["granted"] = false });

    /// <param name="type"><c>email.opened</c> or <c>email.clicked</c>.</param>
    /// <param name="url">Where the click led.</param>
    public static Fact Email(Person person, string type, string campaign, DateTimeOffset at, string? url = null)
    {
        var data = new JsonObject
        {
            ["user_id"] = person.UserId,
            ["campaign_id"] = campaign,
            ["message_id"] = $"{campaign}-{person.UserId}",
        };
        if (url is not null) data["url"] = url;
        return new Fact(at, type, data);
    }

    /// <param name="value">Worth of the first year in euros.</param>
    public static Fact Converted(Person person, int value, DateTimeOffset at) => new(at, "lead.converted", new JsonObject
    {
        ["user_id"] = person.UserId,
        ["goal"] = "contract",
        ["value"] = value,
        ["currency"] = "EUR",
    });
}
