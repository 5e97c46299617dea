namespace PersonalizationEngine.Core.Profiles;

/// <summary>Where an activity was seen: on the web (Rybbit) or by the customer data platform.</summary>
[Flags]
public enum ActivityOrigin : byte
{
    None = 0,
    Rybbit = 1,
    Cdp = 2,
}
