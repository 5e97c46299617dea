using CsCheck;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.Tests.Recommendations;

public sealed class ItemCatalogueTests
{
    private readonly ItemCatalogue _catalogue = new();

    [Fact]
    public void Apply_ChangesInAnyOrder_TheLatestFactsHold() => Gen.Shuffle(Enumerable.Range(0, 8).ToArray()).Sample(order =>
    {
        var catalogue = new ItemCatalogue();
        foreach (var minute in order) catalogue.Apply(Catalogued.Change("i", Timing.Noon.AddMinutes(minute), $"{minute}"));

        Assert.Equal("7", catalogue.Find("i")!.Title);
    });

    [Fact]
    public void Apply_ByManyThreads_TheLatestFactsHold()
    {
        Parallel.For(0, 10_000, i => _catalogue.Apply(Catalogued.Change($"i{i % 7}", Timing.Noon.AddTicks(i), $"{i}")));

        Assert.Equal(Enumerable.Range(9_993, 7).Select(i => $"{i}").Order(), Enumerable.Range(0, 7).Select(i => _catalogue.Find($"i{i}")!.Title).Order());
    }

    [Fact]
    public void Apply_FactsOlderThanTheDeletion_DoNotBringItBack()
    {
        _catalogue.Apply(new ItemChange("i", null, Timing.Noon));
        _catalogue.Apply(Catalogued.Change("i", Timing.Noon.AddTicks(-1)));
        Assert.Null(_catalogue.Find("i"));

        _catalogue.Apply(Catalogued.Change("i", Timing.Noon.AddTicks(1)));
        Assert.NotNull(_catalogue.Find("i"));
    }

    [Theory]
    [InlineData(-1, 1, true)]
    [InlineData(0, 1, true)]
    [InlineData(1, 2, false)]
    [InlineData(-2, 0, false)]
    [InlineData(-2, -1, false)]
    public void FindPinnable_AroundPublicationAndExpiry_GoesByTheTick(int published, int expires, bool shown)
    {
        var item = Catalogued.Item("i") with { PublishedAt = Timing.Noon.AddTicks(published), ExpiresAt = Timing.Noon.AddTicks(expires) };
        _catalogue.Apply(new ItemChange("i", item, Timing.Noon));

        Assert.Equal(shown, _catalogue.FindPinnable(Timing.Noon)("i") is not null);
    }

    [Fact]
    public void FindPinnable_HiddenOrUnknown_IsNone()
    {
        _catalogue.Apply(new ItemChange("i", Catalogued.Item("i") with { Hidden = true }, Timing.Noon));

        Assert.Null(_catalogue.FindPinnable(Timing.Noon)("i"));
        Assert.Null(_catalogue.FindPinnable(Timing.Noon)("other"));
    }

    [Fact]
    public void AttributesOf_UnknownOrDeleted_IsTheIdAlone()
    {
        _catalogue.Apply(Catalogued.Change("i", title: "Title"));
        Assert.Equal("Title", _catalogue.AttributesOf("i")["title"].Text);
        _catalogue.Apply(new ItemChange("i", null, Timing.Noon.AddTicks(1)));

        Assert.Equal(["item_id"], _catalogue.AttributesOf("i").Names);
        Assert.Equal(["item_id"], _catalogue.AttributesOf("other").Names);
    }
}
