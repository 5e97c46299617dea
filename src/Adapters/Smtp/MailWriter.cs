using MimeKit;
using PersonalizationEngine.Engine.Delivery.Sending;

namespace PersonalizationEngine.Adapters.Smtp;

/// <summary>A message as a mail. What marketers and customers wrote becomes text and never a header of its own.</summary>
internal static class MailWriter
{
    private static readonly string[] Headers = ["Reply-To", "Precedence", "Auto-Submitted", "Feedback-ID"];

    private static readonly string[] Prefixes = ["List-", "X-"];

    /// <returns>The mail, or why there can be none.</returns>
    public static (MimeMessage? Mail, ProviderAnswer? Refusal) Write(OutgoingMessage message, MailboxAddress from)
    {
        if (!IsPlain(message.Address) || !MailboxAddress.TryParse(ParserOptions.Default, message.Address, out var to) || !to.Address.Contains('@', StringComparison.Ordinal))
            return (null, new ProviderAnswer.AddressGone("invalid_address"));
        if (message.Content.Headers.FirstOrDefault(header => !IsAllowed(header.Key) || !IsPlain(header.Value)) is { Key: { } name })
            return (null, new ProviderAnswer.Refused("invalid_header", name));

        var mail = new MimeMessage
        {
            // The same at each attempt: who gets it twice can tell.
            MessageId = $"{message.MessageId}@{from.Domain}",
            Date = message.CreatedAt,
            Subject = Line(message.Content.Subject ?? ""),
            Body = new BodyBuilder { TextBody = message.Content.Text, HtmlBody = message.Content.Html }.ToMessageBody(),
        };
        mail.From.Add(from);
        mail.To.Add(new MailboxAddress("", to.Address));
        foreach (var (field, value) in message.Content.Headers) mail.Headers.Add(field, value);
        return (mail, null);
    }

    private static bool IsAllowed(string name) => name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
        && (Headers.Contains(name, StringComparer.OrdinalIgnoreCase)
            || Prefixes.Any(prefix => name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));

    private static bool IsPlain(string text) => !text.Any(char.IsControl);

    private static string Line(string text) => IsPlain(text) ? text : string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
