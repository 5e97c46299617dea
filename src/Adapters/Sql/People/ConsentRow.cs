using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Adapters.Sql.People;

internal sealed record ConsentRow
{
    public static readonly string[] Keys = ["person_id", "purpose"];

    public static readonly string[] Columns = [.. Keys, "granted", "updated_at"];

    public required string PersonId { get; init; }
    public required string Purpose { get; init; }
    public bool Granted { get; init; }
    public long UpdatedAt { get; init; }

    public static object Parameters(ConsentRecord consent) => new
    {
        person_id = consent.PersonId,
        purpose = consent.Purpose,
        granted = consent.Granted,
        updated_at = UnixMilliseconds.From(consent.UpdatedAt),
    };

    public ConsentRecord ToRecord() => new(PersonId, Purpose, Granted, UnixMilliseconds.Read(UpdatedAt));
}
