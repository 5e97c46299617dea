namespace PersonalizationEngine.Core.Delivery.Texts;

/// <summary>How the characters of a short message are sent.</summary>
public enum SmsEncoding
{
    /// <summary>7 bits each, the alphabet of GSM 03.38; those of its extension take two.</summary>
    Gsm7,

    /// <summary>16 bits each; what is outside the basic plane, as most emoji, takes two.</summary>
    Ucs2,
}
