namespace PersonalizationEngine.Core.Profiles;

/// <summary>The facts a CDP holds on nearly everybody; each may be unknown.</summary>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="TimeZone">IANA.</param>
/// <param name="PreferredChannel">One of <see cref="Channels.All"/>.</param>
public sealed record ContactDetails(
    string? Email = null,
    string? Phone = null,
    string? Name = null,
    string? Company = null,
    string? JobTitle = null,
    string? Country = null,
    string? Language = null,
    string? TimeZone = null,
    string? PreferredChannel = null)
{
    public static ContactDetails None { get; } = new();
}
