using CsCheck;
using PersonalizationEngine.Core.Experiments.Interleaving;

namespace PersonalizationEngine.Core.Tests.Experiments.Interleaving;

public sealed class TeamDraftTests
{
    private static readonly Gen<string[]> List = Gen.Shuffle(Enumerable.Range(0, 12).Select(i => $"i{i}").ToArray(), 0, 12);

    [Fact]
    public void Interleave_AnyLists_TakesTurnsAndPicksTheBestThatIsLeft() => Gen.Select(List, List, Gen.Int[0, 15], Gen.Long).Sample((first, second, length, seed) =>
    {
        var drafted = TeamDraft.Interleave(first, second, length, seed);
        var taken = new HashSet<string>();
        foreach (var (place, pick) in drafted.Index())
        {
            var own = pick.Team == 0 ? first : second;
            if (pick.ItemId != own.First(item => !taken.Contains(item)) || !taken.Add(pick.ItemId)) return false;
            var picks = drafted.Take(place + 1).CountBy(item => item.Team).ToDictionary();
            var ahead = Math.Abs(picks.GetValueOrDefault(0) - picks.GetValueOrDefault(1));
            var other = pick.Team == 0 ? second : first;
            if (ahead > 1 && other.Any(item => !taken.Contains(item))) return false;
        }

        return drafted.Count == Math.Min(length, first.Union(second).Count());
    });

    [Fact]
    public void Interleave_SameSeed_IsTheSameList() => Gen.Select(List, List, Gen.Long).Sample((first, second, seed) =>
        TeamDraft.Interleave(first, second, 10, seed).SequenceEqual(TeamDraft.Interleave(first, second, 10, seed)));

    /// <summary>People who click at chance must not make a winner: the share of 20,000 lists has a standard error of about 0.004.</summary>
    [Fact]
    public void With_ClicksAtRandom_FavoursNobody()
    {
        string[] first = [.. Enumerable.Range(0, 20).Select(i => $"i{i}")], second = [.. first.Reverse()];
        var credit = default(TeamCredit);
        for (var seed = 0; seed < 20_000; seed++)
        {
            var list = TeamDraft.Interleave(first, second, 10, seed);
            credit = credit.With(list, new HashSet<string> { list[seed % 10].ItemId });
        }

        Assert.Equal((20_000, 0), (credit.FirstWins + credit.SecondWins, credit.Ties));
        Assert.InRange(credit.FirstShare, 0.48, 0.52);
    }

    [Fact]
    public void With_PeopleWhoWantTheFirstList_LetsItWin()
    {
        string[] first = ["good-1", "good-2", "good-3", "x", "y"], second = ["bad-1", "bad-2", "bad-3", "x", "y"];
        var wanted = new HashSet<string> { "good-1", "good-2" };
        var credit = default(TeamCredit);
        for (var seed = 0; seed < 100; seed++) credit = credit.With(TeamDraft.Interleave(first, second, 4, seed), wanted);
        Assert.Equal((100, 0, 0), (credit.FirstWins, credit.SecondWins, credit.Ties));
    }
}
