using PersonalizationEngine.Adapters.Sql.Ingestion;
using PersonalizationEngine.Adapters.Sql.Scoring;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Adapters.Sql.People;

/// <summary>A row of <c>people</c>, without the columns of the last score.</summary>
internal sealed record PersonRow
{
    public const string Columns =
        "person_id, identified, email, phone, name, company, job_title, country, language, timezone, preferred_channel, "
        + "customer_traits, web_traits, campaign, device, first_seen_at, last_seen_at, customer_updated_at, traits_updated_at, "
        + "deleted_at, changed_at";

    /// <summary>For queries that call the table <c>p</c>.</summary>
    public static readonly string ColumnsOfP = $"p.{Columns.Replace(", ", ", p.", StringComparison.Ordinal)}";

    public static readonly string[] ColumnNames = Columns.Split(", ");

    /// <summary>Of somebody who is stored and scored at once.</summary>
    public static readonly string[] ScoredColumnNames = [.. ColumnNames, "scored_at", "score_valid_until", "scored_as"];

    /// <summary>What most people do not have.</summary>
    public static readonly string[] OptionalColumnNames =
    [
        "email", "phone", "name", "company", "job_title", "country", "language", "timezone", "preferred_channel", "customer_traits", "web_traits",
        "campaign", "device", "customer_updated_at", "traits_updated_at", "deleted_at",
    ];

    public required string PersonId { get; init; }
    public bool Identified { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? Name { get; init; }
    public string? Company { get; init; }
    public string? JobTitle { get; init; }
    public string? Country { get; init; }
    public string? Language { get; init; }
    public string? Timezone { get; init; }
    public string? PreferredChannel { get; init; }
    public string? CustomerTraits { get; init; }
    public string? WebTraits { get; init; }
    public string? Campaign { get; init; }
    public string? Device { get; init; }
    public long? FirstSeenAt { get; init; }
    public long? LastSeenAt { get; init; }
    public long? CustomerUpdatedAt { get; init; }
    public long? TraitsUpdatedAt { get; init; }
    public long? DeletedAt { get; init; }
    public long ChangedAt { get; init; }

    /// <summary>Filled where it is asked for, see <see cref="LeadScoreHistory"/>.</summary>
    public string? ScoredAs { get; init; }

    /// <summary>Filled where it is asked for, see <see cref="CountedAlone"/>.</summary>
    public bool HasMore { get; init; }

    /// <inheritdoc cref="HasMore"/>
    public bool Refuses { get; init; }

    /// <summary>The row as parameters named like the columns.</summary>
    public static object Parameters(PersonRecord person) => Parameters(person, null);

    /// <summary>
    /// Who is scored in the very moment of being stored is not due: their score is dated a millisecond later, because one of
    /// the same millisecond may be older than the change.
    /// </summary>
    public static long ScoredAt(PersonRecord person) => UnixMilliseconds.From(person.ChangedAt) + 1;

    public static object Parameters(PersonRecord person, LeadScore? score) => new
    {
        person_id = person.PersonId,
        identified = person.Identified,
        email = person.Contact.Email,
        phone = person.Contact.Phone,
        name = person.Contact.Name,
        company = person.Contact.Company,
        job_title = person.Contact.JobTitle,
        country = person.Contact.Country,
        language = person.Contact.Language,
        timezone = person.Contact.TimeZone,
        preferred_channel = person.Contact.PreferredChannel,
        customer_traits = JsonColumns.Write(person.CustomerTraits),
        web_traits = JsonColumns.Write(person.WebTraits),
        campaign = JsonColumns.Write(person.Campaign),
        device = JsonColumns.Write(person.Device),
        first_seen_at = UnixMilliseconds.From(person.FirstSeenAt),
        last_seen_at = UnixMilliseconds.From(person.LastSeenAt),
        customer_updated_at = UnixMilliseconds.From(person.CustomerUpdatedAt),
        traits_updated_at = UnixMilliseconds.From(person.TraitsUpdatedAt),
        deleted_at = UnixMilliseconds.From(person.DeletedAt),
        changed_at = UnixMilliseconds.From(person.ChangedAt),
        scored_at = score is null ? (long?)null : ScoredAt(person),
        score_valid_until = UnixMilliseconds.From(score?.ValidUntil),
        scored_as = score is null ? null : LeadScoreHistory.Says(score),
    };

    public PersonRecord ToRecord() => new(
        PersonId,
        Identified,
        new ContactDetails(Email, Phone, Name, Company, JobTitle, Country, Language, Timezone, PreferredChannel),
        JsonColumns.ReadMap(CustomerTraits),
        JsonColumns.ReadMap(WebTraits),
        JsonColumns.ReadMap(Campaign),
        JsonColumns.ReadMap(Device),
        UnixMilliseconds.Read(FirstSeenAt),
        UnixMilliseconds.Read(LastSeenAt),
        UnixMilliseconds.Read(CustomerUpdatedAt),
        UnixMilliseconds.Read(TraitsUpdatedAt),
        UnixMilliseconds.Read(DeletedAt),
        UnixMilliseconds.Read(ChangedAt));
}
