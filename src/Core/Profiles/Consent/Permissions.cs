namespace PersonalizationEngine.Core.Profiles.Consent;

/// <summary>The purposes that somebody's data may be used for; one bit each, so that asking costs nothing.</summary>
[Flags]
public enum Permissions
{
    None = 0,

    /// <summary>What they do may be counted, scored and learnt from.</summary>
    Analytics = 1,

    /// <summary>What is known of them may choose what they see.</summary>
    Personalization = 2,

    Email = 4,

    Sms = 8,

    Push = 16,

    All = Analytics | Personalization | Email | Sms | Push,
}
