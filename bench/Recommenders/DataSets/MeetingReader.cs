using System.Globalization;

namespace PersonalizationEngine.Recommenders.DataSets;

/// <summary>
/// Reads files of either kind: `person item item ...` a line, where the number of fields varies, or `person item [rating]
/// [time]` a line. Where the first fields of lines of varying length repeat, they are items too and the line number is the
/// person.
/// </summary>
internal static class MeetingReader
{
    // 1973: no rating is as high, no data set as old.
    private const double EarliestTime = 1e8;

    /// <returns>Null where the file is none of these.</returns>
    public static IReadOnlyList<RawMeeting>? Read(string path, Fields fields)
    {
        string[][] lines = [.. fields.Read(path)];
        if (fields.Count is 0 or > 4) return ReadLists(lines);
        if (fields.Count < 2 || lines.Any(line => line.Skip(2).Any(field => !Fields.IsNumber(field)))) return null;
        return [.. lines.Where(line => line.Length >= 2).Select(ReadOne)];
    }

    private static RawMeeting ReadOne(string[] line)
    {
        var third = line.Length > 2 ? Number(line[2]) : 1;
        if (line.Length == 3 && third > EarliestTime) return new RawMeeting(line[0], line[1], 1, third);
        var time = line.Length > 3 ? Number(line[3]) : 0;
        return new RawMeeting(line[0], line[1], (float)third, time > EarliestTime ? time : 0);
    }

    private static List<RawMeeting>? ReadLists(string[][] lines)
    {
        if (lines.Any(line => line.Any(field => !long.TryParse(field, CultureInfo.InvariantCulture, out _)))) return null;
        string[][] filled = [.. lines.Where(line => line.Length > 0)];
        var isNamed = filled.Select(line => line[0]).Distinct().Count() > filled.Length * 0.98;
        return [.. lines.Index().SelectMany(line => (isNamed ? line.Item.Skip(1) : line.Item).Select(item =>
            new RawMeeting(isNamed ? line.Item[0] : line.Index.ToString(CultureInfo.InvariantCulture), item, 1, 0)))];
    }

    private static double Number(string field) => double.Parse(field, CultureInfo.InvariantCulture);
}
