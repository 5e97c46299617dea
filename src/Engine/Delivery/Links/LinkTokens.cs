using System.Buffers;
using System.Text;

namespace PersonalizationEngine.Engine.Delivery.Links;

/// <summary>Links as tokens, and back. Safe to use from any thread.</summary>
public sealed class LinkTokens(LinkKey key)
{
    private const byte Click = (byte)'c', Open = (byte)'o';

    private const int IdLength = 16;

    private const string Prefix = "msg_", Https = "https://";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether messages of this id can be told apart by links.</summary>
    public static bool CanName(string? messageId) =>
        messageId is { Length: 36 } && messageId.StartsWith(Prefix, StringComparison.Ordinal) && !messageId.AsSpan(Prefix.Length).ContainsAnyExcept(HexDigits);

    /// <param name="link">Its message id is one that <see cref="CanName"/> says can be named.</param>
    public string Write(TrackedLink link)
    {
        var url = link.Url.StartsWith(Https, StringComparison.Ordinal) ? link.Url[Https.Length..] : link.Url;
        var bytes = new byte[IdLength + Encoding.UTF8.GetByteCount(url)];
        Convert.FromHexString(link.MessageId.AsSpan(Prefix.Length), bytes, out _, out _);
        Encoding.UTF8.GetBytes(url, bytes.AsSpan(IdLength));
        return key.Sign(Click, bytes);
    }

    /// <returns>Null for what we did not make.</returns>
    public TrackedLink? ReadTracked(string token)
    {
        if (key.ReadSigned(Click, token) is not { Length: > IdLength } bytes) return null;
        var url = Encoding.UTF8.GetString(bytes, IdLength, bytes.Length - IdLength);
        return new TrackedLink(IdOf(bytes), url.StartsWith("http://", StringComparison.Ordinal) ? url : Https + url);
    }

    public string WriteOpened(string messageId) => key.Sign(Open, Convert.FromHexString(messageId.AsSpan(Prefix.Length)));

    /// <returns>The message that was opened; null for what we did not make.</returns>
    public string? ReadOpened(string token) => key.ReadSigned(Open, token) is { Length: IdLength } bytes ? IdOf(bytes) : null;

    public string Write(PersonLink link) => key.Seal(Encoding.UTF8.GetBytes(string.Join('\n', link.Channel, link.Topic, link.MessageId, link.PersonId)));

    /// <returns>Null for what we did not make.</returns>
    public PersonLink? ReadPerson(string token)
    {
        if (key.Unseal(token) is not { } bytes) return null;
        var parts = Encoding.UTF8.GetString(bytes).Split('\n', 4);
        return new PersonLink(parts[3], parts[0], parts[1] is { Length: > 0 } topic ? topic : null, parts[2] is { Length: > 0 } message ? message : null);
    }

    private static string IdOf(byte[] bytes) => Prefix + Convert.ToHexStringLower(bytes, 0, IdLength);
}
