using Azure.Core;
using Azure.Identity;

namespace PersonalizationEngine.Adapters.Entra;

/// <summary>As whom this process signs in to Azure.</summary>
public static class EntraLogin
{
    /// <summary>One question to the token endpoint; whoever waits for the answer waits no longer than this.</summary>
    private static readonly TimeSpan NetworkTimeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The app's managed identity in Azure, whoever has done <c>az login</c> on a developer's machine. Nothing is asked of the
    /// network before the first token is.
    /// </summary>
    /// <param name="clientId">Of the user-assigned identity; null for the one the system assigns.</param>
    public static TokenCredential Open(string? clientId) => new DefaultAzureCredential(new DefaultAzureCredentialOptions
    {
        ManagedIdentityClientId = clientId,
        Retry = { MaxRetries = 1, NetworkTimeout = NetworkTimeout },
    });
}
