namespace PersonalizationEngine.Recommenders.DataSets;

/// <summary>What is learned and what turned out relevant.</summary>
/// <param name="Name">The folder, and where it holds several, the file.</param>
/// <param name="Items">The id of each item, in the order of their numbers.</param>
/// <param name="Test">Of people, who may be new; in the order of time where there is one.</param>
internal sealed record DataSet(string Name, string[] Items, int PersonCount, Meeting[] Train, Meeting[] Test)
{
    public int ItemCount => Items.Length;

    /// <summary>How the files were cut, in a few words.</summary>
    public string Note { get; init; } = "";

    /// <summary>People are anonymous sessions.</summary>
    public bool IsSessions { get; init; }

    /// <summary>For each person of the test the only items to rank beside the relevant one; null ranks them all.</summary>
    public IReadOnlyDictionary<int, int[]>? Negatives { get; init; }

    public bool HasTimes { get; } = Train.Any(meeting => meeting.Seconds > 0);

    /// <summary>The order of a history says something: there are times, or lists that are not just sorted by item.</summary>
    public bool IsOrdered { get; } =
        Train.Any(meeting => meeting.Seconds > 0) || Train.Zip(Train.Skip(1)).Count(IsFalling) > Train.Length / 10;

    /// <summary>The share of people of whom nothing is held back that is older than what is learned, 0 to 1.</summary>
    public double LaterShare()
    {
        var newest = Train.GroupBy(meeting => meeting.Person)
            .ToDictionary(person => person.Key, person => person.Max(meeting => meeting.Seconds));
        return Test.GroupBy(meeting => meeting.Person)
            .Average(person => person.Min(meeting => meeting.Seconds) >= newest.GetValueOrDefault(person.Key) ? 1.0 : 0);
    }

    private static bool IsFalling((Meeting First, Meeting Second) pair) =>
        pair.First.Person == pair.Second.Person && pair.First.Item > pair.Second.Item;
}
