namespace PersonalizationEngine.Core.Delivery;

/// <summary>
/// Why a channel may send or may not. In the order of the checks: of several refused channels the one that came furthest gives
/// the reason for all.
/// </summary>
public enum RoutingReason
{
    /// <summary>A message with this key is among the past sends.</summary>
    AlreadySent,

    /// <summary>The message has no channel at all.</summary>
    NoChannel,

    /// <summary>No channel of that name exists.</summary>
    UnknownChannel,

    /// <summary>The person has not consented to the channel.</summary>
    NoConsent,

    /// <summary>The provider said that there is no such address.</summary>
    Bounced,

    /// <summary>The person reported a message as spam.</summary>
    Complained,

    /// <summary>The person answered STOP.</summary>
    Stopped,

    /// <summary>The person unsubscribed by a link or a header.</summary>
    Unsubscribed,

    /// <summary>Somebody in the workspace put the address on the list.</summary>
    SuppressedManually,

    /// <summary>The person refused the topic, on this channel or on all.</summary>
    TopicRefused,

    /// <summary>There is no address for the channel.</summary>
    NoAddress,

    /// <summary>There is an address that cannot be one: a phone number not in E.164, an e-mail address without its parts.</summary>
    InvalidAddress,

    /// <summary>The e-mail address is not verified, and the policy asks for it.</summary>
    UnverifiedAddress,

    /// <summary>No device was seen for as long as the policy allows.</summary>
    StalePushToken,

    /// <summary>It is quiet on the person's clock.</summary>
    QuietHours,

    /// <summary>It never stops being quiet: windows that leave no gap, or zones of a country that never wake together.</summary>
    AlwaysQuiet,

    /// <summary>A frequency cap is used up.</summary>
    Capped,

    /// <summary>The message is past its time to live, or would be when it could go.</summary>
    Expired,

    /// <summary>The scan ended before this channel: another was found, or the message waits or was dropped for one before it.</summary>
    NotNeeded,

    /// <summary>Every check was passed.</summary>
    Allowed,
}
