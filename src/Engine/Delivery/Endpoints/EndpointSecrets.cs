using System.Security.Cryptography;

namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <summary>Secrets of endpoints.</summary>
public static class EndpointSecrets
{
    /// <summary>How long the old secret signs beside a new one.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    private const int Length = 32;

    public static string New() => "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length));
}
