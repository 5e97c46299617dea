namespace PersonalizationEngine.Engine.Delivery.ProviderEvents;

/// <summary>Words by which carriers let people leave and come back. A reply means one only when it is all of it.</summary>
public static class ReplyWords
{
    private static readonly string[] Leave =
        ["stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout", "opt-out", "stopp", "abmelden", "arret", "arrêt", "alto", "baja"];

    private static readonly string[] Return = ["start", "unstop", "yes", "optin", "opt-in"];

    public static bool AreLeaving(string? reply) => Is(reply, Leave);

    public static bool AreReturning(string? reply) => Is(reply, Return);

    private static bool Is(string? reply, string[] words)
    {
        var word = reply?.Trim().Trim('.', '!', '"', '\'', '*').Trim().ToLowerInvariant();
        return word is not null && words.Contains(word);
    }
}
