using PersonalizationEngine.Recommenders.DataSets;

namespace PersonalizationEngine.Recommenders.Contenders;

internal static class People
{
    /// <summary>The meetings of each person in the order of time; where there is none, in that of the file.</summary>
    public static Meeting[][] ToPeople(this IEnumerable<Meeting> meetings, int personCount)
    {
        var byPerson = meetings.ToLookup(meeting => meeting.Person);
        return [.. Enumerable.Range(0, personCount)
            .Select(person => byPerson[person].OrderBy(meeting => meeting.Seconds).ToArray())];
    }
}
