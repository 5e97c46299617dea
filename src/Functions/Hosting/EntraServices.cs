using Azure.Core;
using PersonalizationEngine.Adapters.Entra;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Settings.Connections;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>Tokens for the addresses that say <c>auth=entra</c>, all of one identity; nothing of it exists where none does.</summary>
internal sealed class EntraServices(ConnectionSettings connections)
{
    private readonly Lazy<TokenCredential> _login = new(() => EntraLogin.Open(connections.EntraClientId));

    /// <summary>Of the engine's own tables; null for a password.</summary>
    public ISignInTokens? OfStore => TokensFor(EntraScopes.MySql, connections.Store?.UsesEntra);

    public ISignInTokens? OfCdp => TokensFor(EntraScopes.MySql, connections.Cdp?.UsesEntra);

    public ISignInTokens? OfRedis => TokensFor(EntraScopes.Redis, connections.Redis?.UsesEntra);

    private EntraTokens? TokensFor(string scope, bool? usesEntra) =>
        usesEntra is true ? new EntraTokens(_login.Value, scope, TimeProvider.System) : null;
}
