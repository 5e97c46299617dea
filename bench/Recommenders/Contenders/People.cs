using PersonalizationEngine.Recommenders.DataSets;

namespace PersonalizationEngine.Recommenders.Contenders;

internal static class People
{
    // Knuth's multiplicative hashing: numbers next to each other come to lie far apart.
    private const uint GoldenRatio = 2654435769;

    /// <summary>
    /// The meetings of each person in the order of time; where there is none, in that of the file, unless that is just the
    /// order of the items: then in no order that means anything, always the same.
    /// </summary>
    public static Meeting[][] ToPeople(this DataSet dataSet, IEnumerable<Meeting> meetings)
    {
        var byPerson = meetings.ToLookup(meeting => meeting.Person);
        Func<Meeting, double> order = dataSet.IsOrdered ? meeting => meeting.Seconds : Shuffled;
        return [.. Enumerable.Range(0, dataSet.PersonCount).Select(person => byPerson[person].OrderBy(order).ToArray())];
    }

    private static double Shuffled(Meeting meeting) =>
        unchecked((((uint)meeting.Person * GoldenRatio) ^ (uint)meeting.Item) * GoldenRatio);
}
