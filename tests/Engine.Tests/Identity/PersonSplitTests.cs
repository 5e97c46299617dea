using CsCheck;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Identity.Undoing;
using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Engine.Tests.Identity;

public sealed class PersonSplitTests
{
    private static readonly DateTimeOffset Later = Timing.Noon.AddDays(1);

    private static readonly Gen<string?> Text = Gen.Int[0, 2].Select(pick => pick == 0 ? null : pick == 1 ? "a" : "b");
    private static readonly Gen<DateTimeOffset?> At = Gen.Int[-1, 5].Select(day => day < 0 ? (DateTimeOffset?)null : Timing.Noon.AddDays(-day));
    private static readonly Gen<AttributeMap> Traits = Gen.Select(Text, Text, (plan, city) => new AttributeMap(
        new[] { ("plan", plan), ("city", city) }.Where(trait => trait.Item2 is not null)
            .Select(trait => KeyValuePair.Create(trait.Item1, (AttributeValue)trait.Item2))));

    private static readonly Gen<PersonRecord> Person = Gen.Select(
        Gen.Select(Gen.Bool, Text, Text), Gen.Select(Traits, Traits, Traits, Traits), Gen.Select(At, At, At, At, At),
        (who, maps, when) => new PersonRecord(
            "p", who.Item1, new ContactDetails { Email = who.Item2, Name = who.Item3 }, maps.Item1, maps.Item2, maps.Item3, maps.Item4,
            when.Item1, when.Item2, when.Item3, when.Item4, when.Item5, Timing.Noon));

    [Fact]
    public void Split_OfTwoToWhomNothingHappenedSince_GivesBothBack() => Gen.Select(Person, Person).Sample((gone, kept) =>
    {
        var split = new PersonSplit(gone, kept, kept.Absorb(gone));

        Assert.False(split.WasDeletedSince);
        Assert.Equal(gone with { ChangedAt = Later }, split.FromNow(default, default, Later));
        Assert.Equal(kept with { ChangedAt = Later }, split.ToNow(default, default, Later));
    });

    [Fact]
    public void Split_OfTraitsToldSince_LeavesThemWithTheOneThatIsLeft() => Gen.Select(Person, Person).Sample((gone, kept) =>
    {
        var joint = kept.Absorb(gone);
        var told = joint with { Contact = joint.Contact with { Company = "Acme" } };

        Assert.Equal("Acme", new PersonSplit(gone, kept, told).ToNow(default, default, Later).Contact.Company);
        Assert.Equal(gone.Contact, new PersonSplit(gone, kept, told).FromNow(default, default, Later).Contact);
    });

    [Fact]
    public void Split_OfVisitsSince_GivesEachTheirOwn()
    {
        var (gone, kept) = (PersonRecord.New("from", Timing.Noon), PersonRecord.New("to", Timing.Noon));
        var joint = kept.Absorb(gone) with { FirstSeenAt = Timing.Noon, LastSeenAt = Timing.Noon.AddHours(3) };
        var split = new PersonSplit(gone, kept, joint);
        var (ofFrom, ofTo) = (new SeenSince(Timing.Noon.AddHours(2), Timing.Noon.AddHours(3)), new SeenSince(Timing.Noon, Timing.Noon.AddHours(1)));

        Assert.Equal(Timing.Noon.AddHours(3), split.FromNow(ofFrom, ofTo, Later).LastSeenAt);
        Assert.Equal(Timing.Noon.AddHours(1), split.ToNow(ofFrom, ofTo, Later).LastSeenAt);
    }
}
