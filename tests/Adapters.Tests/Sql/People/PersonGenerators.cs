using CsCheck;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Adapters.Tests.Sql.People;

internal static class PersonGenerators
{
    private static readonly Gen<ContactDetails> Contact = Gen.Select(
        Gen.Select(Anything.TextOrNull(254), Anything.TextOrNull(40), Anything.TextOrNull(200), Anything.TextOrNull(200), Anything.TextOrNull(200)),
        Gen.Select(Anything.TextOrNull(2), Anything.TextOrNull(35), Anything.TextOrNull(64), Anything.TextOrNull(20)),
        (who, where) => new ContactDetails(
            who.Item1, who.Item2, who.Item3, who.Item4, who.Item5, where.Item1, where.Item2, where.Item3, where.Item4));

    /// <summary>Anybody; the id has room for a number before it.</summary>
    public static Gen<PersonRecord> Person { get; } = Gen.Select(
        Gen.Select(Anything.Text(PersonId.MaxLength - 8), Gen.Bool, Contact),
        Gen.Select(Anything.Map, Anything.Map, Anything.Map, Anything.Map),
        Gen.Select(Anything.InstantOrNull, Anything.InstantOrNull, Anything.InstantOrNull, Anything.InstantOrNull, Anything.InstantOrNull, Anything.Instant),
        (who, maps, when) => new PersonRecord(
            who.Item1, who.Item2, who.Item3, maps.Item1, maps.Item2, maps.Item3, maps.Item4,
            when.Item1, when.Item2, when.Item3, when.Item4, when.Item5, when.Item6));
}
