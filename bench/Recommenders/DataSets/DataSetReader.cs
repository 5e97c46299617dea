namespace PersonalizationEngine.Recommenders.DataSets;

/// <summary>Makes data sets of files that belong together.</summary>
internal static class DataSetReader
{
    // A file of ratings shorter than this is a list of something else.
    private const int LeastMeetings = 1000;

    /// <summary>One data set; where there is a part for validation two, of which the second one learns that too.</summary>
    public static IEnumerable<DataSet> ReadParts(string name, FilePart train, FilePart test, FilePart[] parts)
    {
        if (Fields.Detect(train.Path) is not { } format) yield break;
        if (MeetingReader.Read(train.Path, format) is not { Count: > 0 } learned) yield break;
        if (ReadAs(format, test.Path) is not { Count: > 0 } relevant) yield break;

        var isSessions = File.ReadLines(train.Path).First().Contains("SessionId", StringComparison.OrdinalIgnoreCase);
        var negatives = parts.FirstOrDefault(part => part.Kind == PartKind.Negatives && part.Key == test.Key)
            ?? parts.FirstOrDefault(part => part.Kind == PartKind.Negatives);
        if (negatives is not null)
        {
            yield return DataSetBuilder.Build(name, learned, relevant, NegativesReader.Read(negatives.Path));
            yield break;
        }

        yield return DataSetBuilder.Build(name, learned, relevant) with { IsSessions = isSessions, Note = "train to test" };
        var validation = parts.FirstOrDefault(part => part.Kind == PartKind.Validation && part.Key == test.Key);
        if (!isSessions && validation is not null && ReadAs(format, validation.Path) is { Count: > 0 } validated)
        {
            yield return DataSetBuilder.Build(name + " (with validation)", [.. learned, .. validated], relevant)
                with
            { Note = "train and validation to test" };
        }
    }

    /// <summary>Ratings with times, the last fifth of each person's held back; null where the file holds none.</summary>
    public static DataSet? ReadWhole(string name, FilePart whole)
    {
        if (Fields.Detect(whole.Path) is not { Count: 3 or 4 } format) return null;
        if (MeetingReader.Read(whole.Path, format) is not { Count: >= LeastMeetings } meetings) return null;
        if (meetings.Any(meeting => meeting.Seconds == 0)) return null;

        RawMeeting[][] people = [.. meetings.GroupBy(meeting => meeting.Person)
            .Select(person => person.OrderBy(meeting => meeting.Seconds).ToArray())];
        return DataSetBuilder.Build(
            name,
            [.. people.SelectMany(person => person.Take(Kept(person)))],
            [.. people.SelectMany(person => person.Skip(Kept(person)))]) with
        { Note = "first 80 % of each person to the rest" };
    }

    private static int Kept(RawMeeting[] person) => (person.Length * 4 + 4) / 5;

    /// <summary>A test file of one item a person has lines of one length; it is of its train file's kind nevertheless.</summary>
    private static IReadOnlyList<RawMeeting>? ReadAs(Fields train, string path) => Fields.Detect(path) is { } own
        ? MeetingReader.Read(path, own with { Count = train.Count == 0 ? 0 : own.Count })
        : null;
}
