using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.Settings;

namespace PersonalizationEngine.Functions.Experiments;

/// <summary>The SDKs that are answered.</summary>
public sealed class SdkClients
{
    private readonly SenderKeys _keys;

    internal SdkClients(SenderKeys keys) => _keys = keys;

    internal static IResult Unknown => ProblemAnswer.Unauthorized("The client key is none of those in experiments.sdk_keys.");

    internal bool Know(string clientKey) => _keys.Contains(clientKey);

    /// <summary>SDKs run in pages of any origin; the key is in the page, and no cookie is ever looked at.</summary>
    internal static void Welcome(HttpResponse response) => response.Headers.AccessControlAllowOrigin = "*";
}
