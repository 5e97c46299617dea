namespace PersonalizationEngine.Engine.Ingestion.Authentication;

/// <summary>One key a sender may sign with.</summary>
public abstract class WebhookKey
{
    /// <summary>The label before the comma of a signature made with such a key.</summary>
    public abstract string Scheme { get; }

    /// <param name="signed"><c>id.timestamp.body</c></param>
    public abstract bool Verifies(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature);

    /// <summary>
    /// <c>whpk_</c>: an Ed25519 public key. <c>raw:</c>: a text used as it is, for senders that do not know base64 secrets.
    /// Otherwise base64 of 24 to 64 bytes, with or without <c>whsec_</c>.
    /// </summary>
    /// <returns>Null when the text is none of these.</returns>
    public static WebhookKey? Parse(string text)
    {
        const string Raw = "raw:", Public = "whpk_", Secret = "whsec_";
        if (text.StartsWith(Raw, StringComparison.Ordinal)) return HmacKey.FromText(text[Raw.Length..]);
        if (text.StartsWith(Public, StringComparison.Ordinal)) return Ed25519Key.FromBase64(text[Public.Length..]);
        return HmacKey.FromBase64(text.StartsWith(Secret, StringComparison.Ordinal) ? text[Secret.Length..] : text);
    }
}
