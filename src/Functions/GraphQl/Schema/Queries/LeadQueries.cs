using System.Globalization;
using GraphQL;
using GraphQL.Types;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Leads;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Functions.GraphQl.Access;
using PersonalizationEngine.Functions.GraphQl.Errors;
using PersonalizationEngine.Functions.GraphQl.Limits;
using PersonalizationEngine.Functions.GraphQl.Schema.Answers;
using PersonalizationEngine.Functions.GraphQl.Schema.Lists;
using PersonalizationEngine.Functions.GraphQl.Schema.People;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Queries;

/// <summary>The list of leads.</summary>
internal sealed class LeadQueries(ILeadListing leads, ScoringRules rules, GraphQlLimits limits)
{
    private static readonly string[] SegmentNames = [.. Enum.GetValues<LeadSegment>().Select(segment => segment.Name())];

    public void AddTo(ObjectGraphType query) => query
        .Field<ConnectionType<Lead, LeadType>>("leads").Description("People with a score, by score or by when they were last seen.")
        .Needs(KeyLevel.Admin).Connection(limits)
        .Argument<ListGraphType<NonNullGraphType<LeadSegmentEnum>>>("segments", "Only of these; of all when left out.")
        .Argument<FloatGraphType>("minScore", "In points, itself included.")
        .Argument<FloatGraphType>("maxScore", "In points, itself included.")
        .Argument<DateTimeOffsetGraphType>("seenSince", "Last seen then or later.")
        .Argument<DateTimeOffsetGraphType>("seenBefore", "Last seen before.")
        .Argument<LeadSortEnum>("sort", "Default WARMEST.")
        .ResolveAsync(async context =>
        {
            var asked = Read(context);
            if (asked.Scores.All(range => range.From >= range.Below)) return new ConnectionSource<Lead>([], false, asked.After is not null);
            var found = await leads.ListAsync(asked with { Limit = asked.Limit + 1 }, context.CancellationToken);
            return ConnectionSource<Lead>.Of(found, asked.Limit, asked.After is not null, lead => CursorOf(lead, asked.Sort), lead => lead);
        });

    private static string CursorOf(Lead lead, LeadSort sort)
    {
        var place = LeadPlace.Of(lead, sort);
        return GraphCursor.Of(string.Create(CultureInfo.InvariantCulture, $"{(int)sort}:{place.Rank}:{place.PersonId}"));
    }

    private LeadQuery Read(IResolveFieldContext context)
    {
        var sort = context.GetArgument<LeadSort?>("sort") ?? LeadSort.Warmest;
        var wanted = new ScoreRange(Points(context, "minScore") ?? ScoreRange.Any.From, (Points(context, "maxScore") + ScoreRange.Step) ?? ScoreRange.Any.Below);
        IReadOnlyList<ScoreRange> ranges = context.GetArgument<List<string>?>("segments") is { Count: > 0 } names
            ? [.. names.Distinct().Select(name => ScoreRange.Of((LeadSegment)Array.IndexOf(SegmentNames, name), rules.Model.Thresholds).And(wanted))]
            : [wanted];
        return new LeadQuery(
            [.. ranges.Where(range => range.From < range.Below).DefaultIfEmpty(new ScoreRange(0, 0))],
            context.GetArgument<DateTimeOffset?>("seenSince"),
            context.GetArgument<DateTimeOffset?>("seenBefore"),
            sort,
            After(context, sort),
            PageArguments.First(context, limits));
    }

    private static decimal? Points(IResolveFieldContext context, string argument) => context.GetArgument<double?>(argument) switch
    {
        null => null,
        >= -1000 and <= 1000 and var points => (decimal)points,
        _ => throw GraphFault.BadInput(argument, "must be a number from -1000 to 1000"),
    };

    private static LeadPlace? After(IResolveFieldContext context, LeadSort sort)
    {
        if (PageArguments.After(context) is not { } text) return null;
        return text.Split(':', 3) is [var order, var rank, { Length: > 0 } person] && order == ((int)sort).ToString(CultureInfo.InvariantCulture)
            && long.TryParse(rank, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var place)
            ? new LeadPlace(place, person)
            : throw GraphFault.BadInput("after", "must be a cursor of the same list, sorted the same way");
    }
}
