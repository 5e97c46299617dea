using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Core.Rules.Conditions.Logic;
using PersonalizationEngine.Core.Rules.Conditions.Parsing;

namespace PersonalizationEngine.Core.Rules.Conditions.Scheduling;

/// <summary>Reads <c>$during</c>: a window, or several under <c>windows</c>, on the clock of a zone.</summary>
internal static class ScheduleReader
{
    public const string Name = "$during";

    private const int MaxWindows = 50;

    private static readonly string[] OfZone = ["time_zone", "otherwise"];
    private static readonly string[] OfWindow = ["weekdays", "days", "months", "from", "to", "every_weeks", "since"];

    /// <summary>Null when the name is another.</summary>
    public static Condition? Read(string name, JsonElement value, Place place, ParseSession session)
    {
        if (name != Name) return null;
        if (session.Admit(value, place) is { } fault) return fault;
        var several = value.ValueKind == JsonValueKind.Object && value.TryGetProperty("windows", out var list) ? list : (JsonElement?)null;
        string[] accepted = several is null ? [.. OfZone, .. OfWindow, "windows"] : [.. OfZone, "windows"];
        if (Members(value, place, session, accepted) is not { } members) return Faulty(place);

        var zone = ReadZone(members, place, session);
        var windows = several is null ? [ReadWindow(members, place, session)] : ReadWindows(several.Value, place.Property("windows"), session);
        return zone is null || windows.Contains(null)
            ? Faulty(place)
            : new ScheduleCondition(place.JsonPointer, zone, [.. windows.OfType<ScheduleWindow>()], value.GetRawText());
    }

    private static List<ScheduleWindow?> ReadWindows(JsonElement list, Place place, ParseSession session)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > MaxWindows)
        {
            session.Refuse(place, $"windows must be a list of 1 to {MaxWindows} objects of {string.Join(", ", OfWindow)}.");
            return [null];
        }

        return [.. list.EnumerateArray().Select((item, index) =>
            Members(item, place.Item(index), session, OfWindow) is { } members ? ReadWindow(members, place.Item(index), session) : null)];
    }

    private static ScheduleZone? ReadZone(OrderedDictionary<string, JsonElement> members, Place place, ParseSession session)
    {
        var isVisitors = members.TryGetValue("time_zone", out var json) && json.ValueKind == JsonValueKind.String && json.ValueEquals(ScheduleZone.Visitors);
        if (!isVisitors && members.ContainsKey("otherwise"))
        {
            session.Refuse(place.Property("otherwise"), $"otherwise stands only beside \"time_zone\": \"{ScheduleZone.Visitors}\".");
            return null;
        }

        var name = isVisitors ? "otherwise" : "time_zone";
        if (!members.TryGetValue(name, out var zone)) return new ScheduleZone(TimeZoneInfo.Utc, isVisitors);
        if (zone.ValueKind == JsonValueKind.String && JsonText.IsReadable(zone) && ScheduleZone.Find(zone.GetString()!) is { } found)
            return new ScheduleZone(found, isVisitors);
        session.Refuse(place.Property(name), $"{name} must be an IANA time zone such as Europe/Berlin, or UTC{(isVisitors ? "" : $", or {ScheduleZone.Visitors} for each visitor's own")}.");
        return null;
    }

    private static ScheduleWindow? ReadWindow(OrderedDictionary<string, JsonElement> members, Place place, ParseSession session)
    {
        var reader = new WindowReader(members, place, session);
        var weekdays = reader.Set("weekdays", WindowReader.Weekday, "a list of monday, tuesday, wednesday, thursday, friday, saturday, sunday");
        var days = reader.Set<int>("days", json => WindowReader.Whole(json, -31, 31) is { } day && day != 0 ? day : null, "a list of whole numbers from 1 to 31, or from -31 to -1 counted from the end of the month");
        var months = reader.Set<int>("months", json => WindowReader.Whole(json, 1, 12), "a list of whole numbers from 1 to 12");
        var from = reader.Value("from", WindowReader.Clock, "a time of day from 00:00 to 23:59");
        var to = reader.Value("to", WindowReader.Clock, "a time of day from 00:00 to 23:59; 00:00 is the end of the day");
        var every = reader.Value("every_weeks", json => WindowReader.Whole(json, 1, 52), "a whole number from 1 to 52");
        var since = reader.Value("since", WindowReader.Date, "a date as 2026-01-31");
        if (every is > 1 && since is null) reader.Refuse("since", "since is needed with every_weeks: a date in a week that counts.");
        if (from is not null && from == to) reader.Refuse("to", "to must differ from from; leave both out for whole days.");
        return reader.IsFaulty ? null : new ScheduleWindow(weekdays, days, months, from, to, every ?? 1, since ?? default);
    }

    private static OrderedDictionary<string, JsonElement>? Members(JsonElement value, Place place, ParseSession session, string[] accepted)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            session.Refuse(place, $"A schedule is an object of {string.Join(", ", accepted)}.");
            return null;
        }

        var members = ObjectMembers.Of(value, place, session);
        var unknown = members.Keys.FirstOrDefault(member => !accepted.Contains(member, StringComparer.Ordinal));
        if (unknown is null) return members;
        session.Refuse(place.Property(unknown), string.Create(CultureInfo.InvariantCulture, $"Accepted here are {string.Join(", ", accepted)}."));
        return null;
    }

    private static FaultyCondition Faulty(Place place) => new(place.JsonPointer, "The schedule cannot be read.");
}
