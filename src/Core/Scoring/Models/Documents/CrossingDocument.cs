using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Core.Scoring.Models.Documents;

/// <summary>Reads the field <c>crossings</c>.</summary>
internal static class CrossingDocument
{
    private const int MaxActions = 6;
    private const double LongestDwellHours = 365 * 24;
    private const string Up = "up", Down = "down";

    private static readonly string[] Segments = [LeadSegment.WarmLead.Name(), LeadSegment.HotLead.Name(), LeadSegment.SalesReady.Name()];
    private static readonly string[] Directions = [Up, Down];

    public static CrossingPolicy Read(DocumentReader reader)
    {
        if (reader.Child("crossings") is not { } child) return CrossingPolicy.Default;
        child.RefuseUnknown("hysteresis", "dwell_hours", "actions");
        var hysteresis = child.Number("hysteresis", 0, (double)LeadScore.Highest) ?? 0;
        var dwell = child.Number("dwell_hours", 0, LongestDwellHours) ?? 0;
        var actions = child.Children("actions", 0, MaxActions).Select(Action).OfType<CrossingAction>().ToList();
        if (actions.DistinctBy(action => (action.Segment, action.IsUp)).Count() < actions.Count)
            child.Fault("actions", "must be one for each segment and direction at most: a crossing asks for one message");
        return new CrossingPolicy(hysteresis, TimeSpan.FromHours(dwell), actions);
    }

    private static CrossingAction? Action(DocumentReader reader)
    {
        reader.RefuseUnknown("segment", "direction", "channel", "template");
        var segment = reader.OneOf("segment", Segments, required: true);
        var direction = reader.OneOf("direction", Directions) ?? Up;
        var channel = reader.OneOf("channel", CrossingAction.AcceptedChannels, required: true);
        var template = reader.Text("template", 200, required: true);
        return segment is null || channel is null || template is null
            ? null
            : new CrossingAction((LeadSegment)(Array.IndexOf(Segments, segment) + 1), direction == Up, channel, template);
    }
}
