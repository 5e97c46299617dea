using System.Globalization;
using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Dashboard.Texts;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Delivery.Messages;

namespace PersonalizationEngine.Dashboard.Campaigns;

/// <summary>What marketers read for the engine's words about messages and runs.</summary>
internal static class DeliveryWords
{
    public static (string Text, Tone Tone) OfRun(string? status) => status switch
    {
        null => ("Never sent", Tone.Plain),
        RunStatus.Scheduled => ("Scheduled", Tone.Info),
        RunStatus.Running => ("Sending", Tone.Info),
        RunStatus.Paused => ("Paused", Tone.Warn),
        RunStatus.Completed => ("Done", Tone.Good),
        RunStatus.Cancelled => ("Stopped", Tone.Bad),
        _ => (status, Tone.Plain),
    };

    public static (string Text, Tone Tone) OfMessage(string status) => status switch
    {
        MessageStatus.Waiting => ("Waiting", Tone.Info),
        MessageStatus.Sending => ("Being sent", Tone.Info),
        MessageStatus.Sent => ("Sent", Tone.Good),
        MessageStatus.Suppressed => ("Not sent", Tone.Warn),
        MessageStatus.Failed => ("Failed", Tone.Bad),
        MessageStatus.Cancelled => ("Stopped", Tone.Plain),
        _ => (status, Tone.Plain),
    };

    public static string Of(RoutingAction action) => action switch
    {
        RoutingAction.Send => "would get it",
        RoutingAction.HoldUntil => "would wait",
        _ => "would not get it",
    };

    /// <param name="reason">As it is stored; a provider may have words of its own.</param>
    public static string OfReason(string? reason) => reason switch
    {
        null or "" => "–",
        "allowed" => "nothing stands against it",
        "already_sent" => "had this message before",
        "no_channel" or "unknown_channel" => "there is no channel for it",
        "no_consent" => "has not agreed to messages on this channel",
        "bounced" => "the address does not exist (bounced before)",
        "complained" => "reported a message as spam",
        "stopped" => "answered STOP",
        "unsubscribed" => "unsubscribed",
        "suppressed_manually" => "the address is on the list of suppressions",
        "topic_refused" => "does not want this topic",
        "no_address" => "has no address on this channel",
        "invalid_address" => "the address cannot be right",
        "unverified_address" => "the address is not verified",
        "stale_push_token" => "no device was seen for a long time",
        "quiet_hours" => "it is quiet time where they are",
        "always_quiet" => "it is never not quiet time where they are",
        "capped" => "had as many messages as one may get",
        "expired" => "it came too late to be of use",
        "template_missing" => "the template is gone",
        "template_fault" => "the template could not be filled in",
        "person_gone" => "the person is gone",
        "held_out" or "holdout" => "held out, to tell what the campaign is worth",
        "no_provider" => "no provider is set for this channel",
        "run_held" => "the campaign was paused or stopped first",
        "provider_slow" or "timed_out" => "the provider did not answer in time",
        "resting" => "the provider has failed often and is left alone for a while",
        "gave_up" => "given up after many attempts",
        "rate_limited" => "the provider asked to send slower",
        "refused" => "the provider refused it",
        _ => reason.Replace('_', ' '),
    };

    /// <summary>Those with addresses.</summary>
    public static IReadOnlyList<string> Channels => Core.Profiles.Channels.Addressed;

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Person(string id) => $"/dashboard/lead?id={Uri.EscapeDataString(id)}";
}
