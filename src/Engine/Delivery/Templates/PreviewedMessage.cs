using System.Text;
using PersonalizationEngine.Core.Delivery.Texts;
using PersonalizationEngine.Engine.Delivery.Sending;

namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>What a template says to somebody.</summary>
/// <param name="Content">Null when it could not be rendered.</param>
/// <param name="Fault">Why not.</param>
/// <param name="Bytes">Of the texts that are sent, in UTF-8.</param>
/// <param name="Sms">What it costs as an SMS; null for other channels.</param>
public sealed record PreviewedMessage(
    string Channel, MessageContent? Content, string? Fault, IReadOnlyList<string> Warnings, int Bytes, SmsText? Sms)
{
    /// <summary>The names of variables that are unknown of the person, and that the template has a default for.</summary>
    public IReadOnlyList<string> Defaults { get; init; } = [];

    public static PreviewedMessage Of(string channel, Rendered rendered)
    {
        var content = rendered.Content;
        var bytes = content is null ? 0 : new[] { content.Subject, content.Text, content.Html }.Sum(text => Encoding.UTF8.GetByteCount(text ?? ""));
        var sms = channel == "sms" && content is not null ? SmsText.Of(content.Text) : null;
        return new PreviewedMessage(channel, content, rendered.Fault, rendered.Warnings ?? [], bytes, sms);
    }
}
