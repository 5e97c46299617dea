using Azure.Core;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Adapters.Entra;

/// <summary>
/// Tokens of Microsoft Entra for one service. One is kept for as long as it serves; whoever comes when it is due for renewal has
/// it still, while one question for the next is under way.
/// </summary>
public sealed class EntraTokens(TokenCredential credential, string scope, TimeProvider time) : ISignInTokens
{
    /// <summary>As errors and health name it.</summary>
    public const string SystemName = "entra";

    /// <summary>The longest a caller waits for a token.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(2);

    /// <summary>Sooner than the end, for clocks differ and signing in takes its time.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly TokenRequestContext _request = new([scope]);
    private volatile KeptToken? _kept;
    private Task<KeptToken>? _asking;
    private DateTimeOffset _restsUntil = DateTimeOffset.MinValue;

    public async ValueTask<SignInToken> GetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_kept is { } kept && now < kept.Token.RefreshAt) return kept.Token;

        var asking = Ask(now);
        if (_kept is { } old && now < old.EndsAt) return old.Token;
        if (asking is null) throw new OutsideSystemException(SystemName, "resting", null) { WasTried = false };
        try
        {
            return (await asking.WaitAsync(Budget, time, cancellationToken)).Token;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Only the kind of it: what identity endpoints say may hold parts of what they were asked.
            throw new OutsideSystemException(SystemName, fault.GetType().Name, null);
        }
    }

    /// <summary>The question that is under way, or a new one.</summary>
    /// <returns>Null when the last one has only just failed.</returns>
    private Task<KeptToken>? Ask(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_asking is null && now >= _restsUntil)
            {
                _asking = Task.Run(FetchAsync);
                // Nobody may be waiting by the time it fails.
                _ = _asking.ContinueWith(task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            }

            return _asking;
        }
    }

    private async Task<KeptToken> FetchAsync()
    {
        using var patience = new CancellationTokenSource(Budget * 2, time);
        try
        {
            var token = await credential.GetTokenAsync(_request, patience.Token).AsTask().WaitAsync(patience.Token);
            var now = time.GetUtcNow();
            var kept = new KeptToken(
                new SignInToken(token.Token, token.RefreshOn ?? now + ((token.ExpiresOn - now) * 0.75)), token.ExpiresOn - Margin);
            lock (_gate) (_kept, _asking) = (kept, null);
            return kept;
        }
        catch (Exception)
        {
            lock (_gate) (_asking, _restsUntil) = (null, time.GetUtcNow() + RestAfterFailure);
            throw;
        }
    }

    private sealed record KeptToken(SignInToken Token, DateTimeOffset EndsAt);
}
