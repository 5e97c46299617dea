using CsCheck;

namespace PersonalizationEngine.Engine.Tests.Ingestion.Planning;

/// <summary>The instant of the word decides, not the order of arrival.</summary>
public sealed class LastWordTests
{
    private static readonly DateTimeOffset Day = Timing.Noon.AddDays(-1);

    private static readonly string[] Words =
    [
        Told.Consent("1", "ada", true, Day), Told.Consent("2", "ada", false, Day.AddMinutes(1)), Told.Consent("3", "ada", true, Day.AddMinutes(2)),
        Told.Consent("4", "ada2", false, Day.AddMinutes(3)), Told.Link("5", "ada", Day, "ada2"), Told.Customer("6", "ada", "Old", Day),
        Told.Customer("7", "ada2", "New", Day.AddMinutes(1)), Told.Customer("8", "ada", "Older", Day.AddMinutes(-1)),
    ];

    [Fact]
    public async Task Run_WordsInAnyOrderAndBatches_TheLatestHolds() => await Gen.Select(Gen.Shuffle(Words), Gen.Int[1, 8]).SampleAsync(async (events, size) =>
    {
        var intake = new Intake();
        foreach (var batch in events.Chunk(size)) await intake.CdpAsync($"[{string.Join(',', batch)}]");

        var consent = Assert.Single(intake.Store.Consents.Values);
        Assert.Equal((false, Day.AddMinutes(3)), (consent.Granted, consent.UpdatedAt));
        Assert.Equal("New", Assert.Single(intake.Store.People.Values).Contact.Name);
    });

    [Fact]
    public async Task Run_ItemsInAnyOrderAndBatches_TheLatestFactsHold()
    {
        string[] facts = [Told.Item("1", "i", "One", Day), Told.Item("2", "i", null, Day.AddMinutes(1)), Told.Item("3", "i", "Three", Day.AddMinutes(2))];
        await Gen.Select(Gen.Shuffle(facts), Gen.Int[1, 3]).SampleAsync(async (events, size) =>
        {
            var intake = new Intake();
            foreach (var batch in events.Chunk(size)) await intake.CdpAsync($"[{string.Join(',', batch)}]");

            Assert.Equal("Three", intake.Catalogue.Find("i")!.Title);
        });
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(1, true)]
    public async Task Run_ConsentAroundADeletion_HoldsOnlyWhenGivenAfter(int minutes, bool granted)
    {
        var intake = new Intake();
        await intake.CdpAsync(Told.Consent("1", "ada", true, Day.AddMinutes(minutes)));
        await intake.CdpAsync(Told.Deleted("2", "ada", Day));

        Assert.Equal(granted, intake.Store.Consents[("ada", "email")].Granted);
    }

    [Fact]
    public async Task Run_FactsFromBeforeADeletion_DoNotComeBack()
    {
        var intake = new Intake();
        await intake.CdpAsync(Told.Deleted("1", "ada", Day));
        await intake.CdpAsync(Told.Customer("2", "ada", "Ada", Day.AddTicks(-TimeSpan.TicksPerMillisecond)));
        await intake.CdpAsync(Told.Consent("3", "ada", true, Day.AddMinutes(-1)));
        await intake.RybbitAsync(Told.Login("4", "ada", null, Day.AddMinutes(-1), """{"plan":"gold"}"""));

        var person = intake.Store.People["ada"];
        Assert.Null(person.Contact.Name);
        Assert.Equal(0, person.Traits.Count);
        Assert.Empty(intake.Store.Consents);
    }
}
