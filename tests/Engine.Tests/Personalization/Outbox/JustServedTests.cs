using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Engine.Tests.Personalization.Outbox;

/// <summary>What somebody was served a moment ago holds before any snapshot knows of it.</summary>
[Collection("Outboxes that overflow are counted together")]
public sealed class JustServedTests : IAsyncLifetime
{
    private readonly RunningOutbox _outbox = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _outbox.DisposeAsync();

    [Fact]
    public void WithJustServed_ServedSinceTheyWereRead_KeepsIt()
    {
        _outbox.Outbox.Note(Decided.Exposed("ada", variant: 1));

        Assert.Equal([new KeptAssignment(7, 0, "b")], _outbox.Outbox.WithJustServed(Decided.Exposed("ada").Person).Kept);
        Assert.Empty(_outbox.Outbox.WithJustServed(Decided.Exposed("bob").Person).Kept);
    }

    [Fact]
    public void WithJustServed_SomethingIsStoredAlready_PutsThatFirst()
    {
        _outbox.Outbox.Note(Decided.Exposed("ada", variant: 1));
        var stored = Decided.Exposed("ada").Person with { Kept = [new KeptAssignment(7, 0, "a")] };

        Assert.Equal(["a", "b"], _outbox.Outbox.WithJustServed(stored).Kept.Select(kept => kept.Variant));
    }

    [Fact]
    public void WithJustServed_OfADecisionThatDoesNotCount_KeepsNothing()
    {
        _outbox.Outbox.Note(Decided.Exposed("ada", inExperiment: false));

        Assert.Empty(_outbox.Outbox.WithJustServed(Decided.Exposed("ada").Person).Kept);
    }

    [Fact]
    public void WithJustServed_ManyPeopleSince_StillKnowsTheLatest()
    {
        for (var i = 0; i < 350_000; i++) _outbox.Outbox.Note(Decided.Exposed($"p{i}"));

        Assert.All(Enumerable.Range(260_000, 90_000), i => Assert.Single(_outbox.Outbox.WithJustServed(Decided.Exposed($"p{i}").Person).Kept));
    }
}
