namespace PersonalizationEngine.Adapters.Fcm;

/// <summary>Who we are to Google: what a service account's key says.</summary>
/// <param name="PrivateKey">PKCS 8, PEM.</param>
/// <param name="TokenUri">Where tokens are fetched; null for Google's own.</param>
public sealed record ServiceAccount(string ProjectId, string ClientEmail, string PrivateKey, string? PrivateKeyId, string? TokenUri);
