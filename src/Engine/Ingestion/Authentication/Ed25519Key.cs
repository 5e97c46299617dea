using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace PersonalizationEngine.Engine.Ingestion.Authentication;

/// <summary>Scheme v1a of Standard Webhooks: Ed25519, of which we hold the public half.</summary>
public sealed class Ed25519Key : WebhookKey
{
    private const int KeyLength = 32, SignatureLength = 64;

    private readonly Ed25519PublicKeyParameters _key;

    private Ed25519Key(Ed25519PublicKeyParameters key) => _key = key;

    public override string Scheme => "v1a";

    public static Ed25519Key? FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length) || length != KeyLength) return null;
        try
        {
            return new Ed25519Key(new Ed25519PublicKeyParameters(bytes, 0));
        }
        catch (ArgumentException)
        {
            // 32 bytes, but no point of the curve
            return null;
        }
    }

    public override bool Verifies(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureLength) return false;
        var verifier = new Ed25519Signer();
        verifier.Init(forSigning: false, _key);
        verifier.BlockUpdate(signed);
        return verifier.VerifySignature(signature.ToArray());
    }
}
