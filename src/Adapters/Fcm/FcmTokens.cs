using Google.Apis.Auth.OAuth2;

namespace PersonalizationEngine.Adapters.Fcm;

/// <summary>Access tokens of the service account; kept for as long as they hold and fetched anew before they end.</summary>
internal sealed class FcmTokens
{
    private const string Scope = "https://www.googleapis.com/auth/firebase.messaging";

    private readonly ServiceAccountCredential _credential;

    /// <exception cref="InvalidDataException">The key is none.</exception>
    public FcmTokens(ServiceAccount account)
    {
        var initializer = account.TokenUri is { Length: > 0 } uri
            ? new ServiceAccountCredential.Initializer(account.ClientEmail, uri)
            : new ServiceAccountCredential.Initializer(account.ClientEmail);
        initializer.Scopes = [Scope];
        initializer.KeyId = account.PrivateKeyId;
        try
        {
            _credential = new ServiceAccountCredential(initializer.FromPrivateKey(account.PrivateKey));
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException
            or System.Security.Cryptography.CryptographicException)
        {
            throw new InvalidDataException("private_key of the service account is no key", exception);
        }
    }

    /// <param name="isStale">The last one was refused, whatever it says of how long it holds.</param>
    public async Task<string> GetAsync(bool isStale, CancellationToken cancellationToken)
    {
        if (isStale) await _credential.RequestAccessTokenAsync(cancellationToken);
        return await _credential.GetAccessTokenForRequestAsync(cancellationToken: cancellationToken);
    }
}
