using Azure.Core;

namespace PersonalizationEngine.Adapters.Tests.Entra;

/// <summary>An identity endpoint: what it gives out is set by the test, and it may be slow or fail.</summary>
internal sealed class Tokens(string first, TimeProvider time, TimeSpan lifetime) : TokenCredential
{
    private int _asked;

    public string Next { get; set; } = first;

    public int Asked => _asked;

    public Exception? Fault { get; set; }

    public bool IsSilent { get; set; }

    public string? Scope { get; private set; }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        Scope = requestContext.Scopes.Single();
        // As the real one under load: it does not even heed that nobody waits any more.
        if (IsSilent) await Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None);
        return Fault is null ? new AccessToken(Next, time.GetUtcNow() + lifetime) : throw Fault;
    }
}
