using PersonalizationEngine.Core.Hashing;

namespace PersonalizationEngine.Core.Experiments.Interleaving;

/// <summary>
/// One list of two, by team draft (Radlinski, Kurup and Joachims 2008): in each round both teams pick the best item that is left
/// of their list, and a coin says who picks first. A click then speaks for the team that picked the item, and the place of an
/// item favours neither.
/// </summary>
public static class TeamDraft
{
    /// <param name="first">Of the first team, best first; an item stands in a list once.</param>
    /// <param name="length">Most items of the list, from 0.</param>
    /// <param name="seed">The same seed throws the same coins.</param>
    public static IReadOnlyList<DraftedItem> Interleave(IReadOnlyList<string> first, IReadOnlyList<string> second, int length, long seed)
    {
        var coins = new SplitMix64(seed);
        var (teams, taken, drafted) = (new Team[] { new(first), new(second) }, new HashSet<string>(StringComparer.Ordinal), new List<DraftedItem>());
        while (drafted.Count < length)
        {
            var ahead = teams[0].Picks.CompareTo(teams[1].Picks);
            var turn = ahead < 0 ? 0 : ahead > 0 ? 1 : coins.Below(2);
            // A team that has nothing left leaves the rest to the other one.
            var picked = teams[turn].Next(taken) ? turn : teams[1 - turn].Next(taken) ? 1 - turn : -1;
            if (picked < 0) break;
            drafted.Add(new DraftedItem(teams[picked].Take(taken), picked));
        }

        return drafted;
    }

    private sealed class Team(IReadOnlyList<string> list)
    {
        private int _next;

        public int Picks { get; private set; }

        /// <summary>Goes on to the best item that is left, if there is one.</summary>
        public bool Next(HashSet<string> taken)
        {
            while (_next < list.Count && taken.Contains(list[_next])) _next++;
            return _next < list.Count;
        }

        public string Take(HashSet<string> taken)
        {
            Picks++;
            taken.Add(list[_next]);
            return list[_next];
        }
    }
}
