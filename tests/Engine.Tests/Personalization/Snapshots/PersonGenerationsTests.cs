using CsCheck;
using PersonalizationEngine.Engine.Personalization.Snapshots;

namespace PersonalizationEngine.Engine.Tests.Personalization.Snapshots;

public sealed class PersonGenerationsTests
{
    [Fact]
    public void HasChangedSince_AnyHistory_MissesNoChange() =>
        Gen.Select(Gen.String[1, 5].List[1, 50], Gen.Int[0, 49]).Sample((changed, cut) =>
        {
            var generations = new PersonGenerations(Timing.Clock());
            var at = Math.Min(cut, changed.Count);
            foreach (var person in changed[..at]) generations.Advance(person);
            var taken = generations.Now;
            foreach (var person in changed[at..]) generations.Advance(person);

            Assert.All(changed[at..], person => Assert.True(generations.HasChangedSince(person, taken)));
            Assert.All(changed, person => Assert.False(generations.HasChangedSince(person, generations.Now)));
        });

    [Fact]
    public void HasChangedSince_NobodyChanged_IsFalse() => Assert.False(new PersonGenerations(Timing.Clock()).HasChangedSince("ada", 0));

    [Fact]
    public void Advance_OnePersonByManyThreads_KeepsTheLatest()
    {
        var generations = new PersonGenerations(Timing.Clock());
        Parallel.For(0, 10_000, i => generations.Advance(i % 3 == 0 ? "ada" : "bob"));
        var taken = generations.Now;

        Assert.Equal(10_000, taken);
        Assert.True(generations.HasChangedSince("ada", taken - 10_000) && !generations.HasChangedSince("ada", taken));
        Assert.True(generations.HasChangedSince("ada", taken - 1) || generations.HasChangedSince("bob", taken - 1));
    }
}
