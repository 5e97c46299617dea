using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Short-lived tokens that one system takes in place of a password.</summary>
public interface ISignInTokens
{
    /// <summary>The token in force; at once while it is kept, otherwise within five seconds.</summary>
    /// <exception cref="OutsideSystemException">None was to be had; for two seconds after that nobody is asked again.</exception>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    ValueTask<SignInToken> GetAsync(CancellationToken cancellationToken);
}

/// <param name="Text">The secret itself.</param>
/// <param name="RefreshAt">From here on a new one is asked for, though this one still serves for a while.</param>
public sealed record SignInToken(string Text, DateTimeOffset RefreshAt)
{
    /// <summary>The secret stays out of logs.</summary>
    public override string ToString() => nameof(SignInToken);
}
