using System.Globalization;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Engine.Leads;

namespace PersonalizationEngine.Dashboard.Leads;

/// <summary>What the address of the list asks for. What cannot be read is told at its field, and the list goes without it.</summary>
internal sealed record LeadFilter(string? Text, LeadQuery Query)
{
    public const int PageSize = 50, MaxText = 255;

    private const string Hottest = "hottest";

    public static IReadOnlyList<(string Value, string Label)> Sorts { get; } =
    [
        (Hottest, "Hottest first"), ("rising", "Risen most within a week"), ("falling", "Fallen most within a week"), ("seen", "Last activity"), ("coldest", "Coldest first"),
    ];

    public static IReadOnlyList<(string Value, string Label)> Segments { get; } =
        [("", "Any"), .. LeadWords.WarmestFirst.Select(segment => (segment.Name(), LeadWords.Of(segment)))];

    public static IReadOnlyList<(string Value, string Label)> Times { get; } =
        [("", "Any time"), ("1h", "Within an hour"), ("24h", "Within 24 hours"), ("7d", "Within 7 days"), ("30d", "Within 30 days")];

    private static readonly LeadSort[] SortOf = [LeadSort.Warmest, LeadSort.Rising, LeadSort.Falling, LeadSort.SeenLast, LeadSort.Coldest];

    private static readonly TimeSpan?[] TimeOf = [null, TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(7), TimeSpan.FromDays(30)];

    public static LeadFilter Read(Visit visit, SegmentThresholds thresholds)
    {
        var sort = SortOf[OneOf(visit, "sort", Sorts)];
        var range = Range(visit);
        if (OneOf(visit, "segment", Segments) is > 0 and var place) range = range.And(ScoreRange.Of(LeadWords.WarmestFirst[place - 1], thresholds));
        var changed = TimeOf[OneOf(visit, "changed", Times)];
        var query = new LeadQuery([range.From < range.Below ? range : new ScoreRange(0, 0)], null, null, sort, After(visit, sort), PageSize)
        {
            ChangedSince = visit.Now - changed,
        };
        return new LeadFilter(TextOf(visit), query with { Scores = range == ScoreRange.Any ? [] : query.Scores });
    }

    private static string? TextOf(Visit visit)
    {
        if (visit.Query("q")?.Trim() is not { Length: > 0 } text) return null;
        if (text.Length <= MaxText) return text;
        visit.Fault("q", $"must be at most {MaxText} characters");
        return null;
    }

    private static ScoreRange Range(Visit visit)
    {
        var (least, most) = (Points(visit, "min"), Points(visit, "max"));
        if (least > most) visit.Fault("max", "must be at least the lowest score");
        return new ScoreRange(least ?? ScoreRange.Any.From, (most + ScoreRange.Step) ?? ScoreRange.Any.Below);
    }

    private static decimal? Points(Visit visit, string name)
    {
        if (visit.Query(name)?.Trim() is not { Length: > 0 } text) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) && points <= LeadScore.Highest) return points;
        visit.Fault(name, "must be a number from 0 to 999.99");
        return null;
    }

    private static LeadPlace? After(Visit visit, LeadSort sort)
    {
        if (visit.Query("after") is not { } text) return null;
        if (LeadCursor.Read(text, sort) is { } place) return place;
        visit.Fault("after", "is no place in this list, so it begins anew");
        return null;
    }

    private static int OneOf(Visit visit, string name, IReadOnlyList<(string Value, string Label)> choices)
    {
        if (visit.Query(name) is not { } value) return 0;
        for (var place = 0; place < choices.Count; place++)
            if (choices[place].Value == value) return place;
        visit.Fault(name, $"must be one of: {string.Join(", ", choices.Select(choice => choice.Value).Where(one => one.Length > 0))}");
        return 0;
    }
}
