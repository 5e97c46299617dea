using Microsoft.Extensions.Logging.Abstractions;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.OtherProcesses;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Tests.Personalization.Playbooks;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.OtherProcesses;

/// <summary>What another process has stored shows here in the next answer.</summary>
public sealed class HearNewsTests : IAsyncLifetime
{
    private readonly NewsChannelInMemory _others = new();
    private readonly PersonGenerations _generations = new(Timing.Clock());
    private readonly ItemCatalogue _catalogue = new();
    private readonly RecommenderFeedInMemory _feed = new();
    private readonly ItemsInMemory _items = new(new ItemChange("tea", Item("tea", "Tea"), Timing.Noon));
    private readonly Definitions _definitions = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task _hearing = Task.CompletedTask;

    public ValueTask InitializeAsync()
    {
        var memory = new MemoryOfThisProcess(_generations, _catalogue, _feed);
        _hearing = new HearNews(_others, memory, _definitions.Keeper, _items, Timing.Clock(), NullLogger<HearNews>.Instance).RunAsync(_stopping.Token);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _hearing.SoonAsync();
        _stopping.Dispose();
        _definitions.Dispose();
    }

    [Fact]
    public async Task Run_PeopleChanged_MakesThemOutOfDate()
    {
        _others.Hear(new News(Timing.Noon) { People = ["ada"] });

        await Timing.UntilAsync(() => _generations.HasChangedSince("ada", 0));
        Assert.True(_generations.HasChangedSince("ada", Timing.Noon));
        Assert.False(_generations.HasChangedSince("bob", 0));
    }

    [Fact]
    public async Task Run_WhatPeopleDidWithItems_ReachesCatalogueAndRecommender()
    {
        _others.Hear(new News(Timing.Noon)
        {
            Items = [new ItemChange("tea", Item("tea", "Tea"), Timing.Noon)],
            Merges = [new MergedPeople("phone", "ada")],
            Interactions = [new Interaction("ada", "tea", "s", 1, Timing.Noon)],
        });

        await Timing.UntilAsync(() => _feed.Interactions.Count == 1);
        Assert.Equal("Tea", _catalogue.Find("tea")?.Title);
        Assert.Single(_feed.Merges);
        Assert.Single(_feed.Items);
    }

    [Fact]
    public async Task Run_RulesChanged_TakesThemOver()
    {
        _definitions.Rules.Put(Definitions.Rule("new"));
        _others.Hear(new News(Timing.Noon) { Playbook = true });

        await Timing.UntilAsync(() => _definitions.Keeper.Current.Rules.Rules.Count == 1);
    }

    [Fact]
    public async Task Run_EverythingMayHaveChanged_TrustsNothing()
    {
        _definitions.Rules.Put(Definitions.Rule("new"));
        _others.Hear(News.Everything(Timing.Noon));

        await Timing.UntilAsync(() => _definitions.Keeper.Current.Rules.Rules.Count == 1 && _catalogue.Find("tea") is not null);
        Assert.True(_generations.HasChangedSince("anybody", 0));
        Assert.True(_generations.HasChangedSince("anybody", Timing.Noon));
    }

    [Fact]
    public async Task Run_MessageThatCannotBeTakenOver_HearsTheNext()
    {
        _others.Hear(new News(Timing.Noon) { People = [null!] });
        _others.Hear(new News(Timing.Noon) { People = ["ada"] });

        await Timing.UntilAsync(() => _generations.HasChangedSince("ada", 0));
    }

    private static ItemRecord Item(string id, string title) =>
        new(id, title, null, null, null, [], [], AttributeMap.Empty, false, null, null, Timing.Noon);
}
