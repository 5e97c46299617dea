using PersonalizationEngine.Dashboard.Texts;
using PersonalizationEngine.Engine.Delivery.Endpoints;

namespace PersonalizationEngine.Dashboard.Operations.Endpoints;

/// <summary>What ops read for the engine's words about endpoints and their messages.</summary>
public static class EndpointWords
{
    public static (string Text, Tone Tone) StateOf(CustomerEndpoint endpoint) => endpoint switch
    {
        { Definition.IsEnabled: true, FailingSince: not null } => ("Failing", Tone.Warn),
        { Definition.IsEnabled: true } => ("On", Tone.Good),
        { DisabledReason: DisabledReasons.Gone } => ("Turned off: it answered 410, it is gone for good", Tone.Bad),
        { DisabledReason: DisabledReasons.Failing } => ("Turned off: nothing got through for days", Tone.Bad),
        _ => ("Off", Tone.Plain),
    };

    public static (string Text, Tone Tone) StatusOf(EndpointMessageStatus status) => status switch
    {
        EndpointMessageStatus.Waiting => ("Waiting", Tone.Info),
        EndpointMessageStatus.Delivered => ("Delivered", Tone.Good),
        _ => ("Given up", Tone.Bad),
    };

    public static string OfType(string type) => type switch
    {
        OutboundEventTypes.ScoreCrossed => "a score crosses a threshold",
        OutboundEventTypes.SegmentChanged => "somebody's lead segment changes",
        OutboundEventTypes.ExperimentDecided => "an experiment has a verdict",
        OutboundEventTypes.DeliveryFailed => "a message could not be delivered",
        OutboundEventTypes.EndpointDisabled => "an endpoint is turned off by itself",
        _ => type,
    };

    /// <summary>What it is told of.</summary>
    public static string TypesOf(EndpointDefinition definition) => definition.EventTypes.Count == 0 ? "everything" : string.Join(", ", definition.EventTypes);

    public static string OfReason(string? reason) => reason switch
    {
        null or "" => "–",
        "timed_out" => "did not answer in time",
        "not_connected" => "nobody answers there",
        "name_unknown" => "its name leads nowhere",
        "private_address" => "its name leads into a private network",
        "not_secure" => "its certificate does not hold",
        "cut_off" => "the connection broke off",
        "redirected" => "it answered with another address, which is not followed",
        "rate_limited" => "it asked to send slower",
        "gone" => "it says it is gone for good",
        _ => reason.Replace('_', ' '),
    };

    /// <summary>What came of a test.</summary>
    public static string Of(EndpointAttempt attempt) =>
        $"{(attempt.IsDelivered ? "The test message was taken" : $"The test message was not taken: {OfReason(attempt.Reason)}")}"
        + $"{(attempt.HttpStatus is { } status ? $" (HTTP {status}" : " (no answer")}, {Figures.Milliseconds(attempt.Took.TotalMilliseconds)}).";
}
