using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Functions.GraphQl.Schema.People;

/// <summary>Somebody as they were asked for.</summary>
/// <param name="UserId">The id that was asked with.</param>
/// <param name="Found">Null for an id never seen.</param>
internal sealed record PersonSource(string UserId, PersonWithConsents? Found)
{
    public string PersonId => Found?.Person.PersonId ?? UserId;
}
