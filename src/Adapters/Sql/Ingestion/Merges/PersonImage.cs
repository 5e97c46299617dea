using System.Text.Json.Nodes;
using PersonalizationEngine.Adapters.Sql.People;
using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Adapters.Sql.Ingestion.Merges;

/// <summary>Reads a person back out of the image of a row.</summary>
internal static class PersonImage
{
    public static PersonRecord Read(JsonNode row) => new PersonRow
    {
        PersonId = Text(row, "person_id")!,
        Identified = row["identified"]!.GetValue<long>() != 0,
        Email = Text(row, "email"),
        Phone = Text(row, "phone"),
        Name = Text(row, "name"),
        Company = Text(row, "company"),
        JobTitle = Text(row, "job_title"),
        Country = Text(row, "country"),
        Language = Text(row, "language"),
        Timezone = Text(row, "timezone"),
        PreferredChannel = Text(row, "preferred_channel"),
        CustomerTraits = Text(row, "customer_traits"),
        WebTraits = Text(row, "web_traits"),
        Campaign = Text(row, "campaign"),
        Device = Text(row, "device"),
        FirstSeenAt = Number(row, "first_seen_at"),
        LastSeenAt = Number(row, "last_seen_at"),
        CustomerUpdatedAt = Number(row, "customer_updated_at"),
        TraitsUpdatedAt = Number(row, "traits_updated_at"),
        DeletedAt = Number(row, "deleted_at"),
        ChangedAt = row["changed_at"]!.GetValue<long>(),
    }.ToRecord();

    private static string? Text(JsonNode row, string column) => row[column]?.GetValue<string>();

    private static long? Number(JsonNode row, string column) => row[column]?.GetValue<long>();
}
