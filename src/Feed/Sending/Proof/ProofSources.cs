namespace PersonalizationEngine.Feed.Sending.Proof;

/// <summary>
/// Where the proof of a sender comes from. What is said on the command line counts first, then the environment, then the
/// engine's own files: the engine itself leaves a file aside where the environment gives the same. A secret counts before a
/// token from the same place.
/// </summary>
internal sealed record ProofSources(string? Secret, string? Token, string? CredentialsFile, string? FunctionKey, string? KeysFile)
{
    /// <param name="environment">Reads an environment variable; null where there is none.</param>
    public Outcome<SenderProof> Read(Func<string, string?> environment)
    {
        var functionKey = FunctionKey ?? NonEmpty(environment("HOST_DEFAULT_KEY"));
        if (functionKey is null && KeysFile is not null)
        {
            if (!KeyFile.Read(KeysFile).TryGet(out var keys, out var unread)) return new Failure(unread);
            functionKey = keys.First("default", "_master");
        }

        if (Secret is not null || Token is not null) return Proof(Secret, Token, functionKey);
        var (secret, token) = (FirstOf(environment("WEBHOOK_SECRETS")), FirstOf(environment("WEBHOOK_TOKENS")));
        if (secret is null && token is null && CredentialsFile is not null)
        {
            if (!KeyFile.Read(CredentialsFile).TryGet(out var credentials, out var unread)) return new Failure(unread);
            (secret, token) = (credentials.First("secret"), credentials.First("token"));
        }

        return Proof(secret, token, functionKey);
    }

    private static Outcome<SenderProof> Proof(string? secret, string? token, string? functionKey)
    {
        if (secret is null) return new SenderProof(null, token, functionKey);
        if (!WebhookSecret.Parse(secret).TryGet(out var parsed, out var failure)) return new Failure(failure);
        return new SenderProof(parsed, token, functionKey);
    }

    private static string? FirstOf(string? list) =>
        list?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();

    private static string? NonEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
