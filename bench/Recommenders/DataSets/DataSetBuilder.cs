namespace PersonalizationEngine.Recommenders.DataSets;

/// <summary>Numbers people and items.</summary>
internal static class DataSetBuilder
{
    public static DataSet Build(
        string name,
        IReadOnlyList<RawMeeting> train,
        IReadOnlyList<RawMeeting> test,
        IReadOnlyList<(string Person, string[] Items)>? negatives = null)
    {
        var listed = negatives?.SelectMany(line => line.Items) ?? [];
        var items = new Numbering(train.Concat(test).Select(meeting => meeting.Item).Concat(listed));
        var people = new Numbering(train.Concat(test).Select(meeting => meeting.Person));
        return new DataSet(name, items.Ids, people.Ids.Length, Numbered(train), Numbered(test))
        {
            Note = negatives is null ? "" : "one held-out item among the negatives given",
            Negatives = negatives?.Where(line => people.Contains(line.Person)).DistinctBy(line => line.Person).ToDictionary(
                line => people[line.Person], line => line.Items.Select(item => items[item]).ToArray()),
        };

        Meeting[] Numbered(IReadOnlyList<RawMeeting> meetings) =>
            [.. meetings.Select(raw => new Meeting(people[raw.Person], items[raw.Item], raw.Rating, raw.Seconds))];
    }
}
