using System.Text.Json.Serialization;
using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Functions.Admin.Templates;

/// <summary>What a template says to somebody.</summary>
/// <param name="Subject">Of an email; of a push message or one on the website: its title.</param>
/// <param name="Fault">Why there is nothing; null when there is.</param>
/// <param name="Warnings">What is unknown and has no default, links that are not tracked, and the like.</param>
/// <param name="Bytes">Of the texts that are sent.</param>
/// <param name="Sms">Only of an SMS.</param>
internal sealed record PreviewedMessageAnswer(
    string Channel, string? Subject, string? Text, string? Html, string? Url, string? ImageUrl, IReadOnlyDictionary<string, string> Data,
    IReadOnlyDictionary<string, string> Headers, string? Fault, IReadOnlyList<string> Warnings, int Bytes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SmsCostAnswer? Sms)
{
    private static readonly Dictionary<string, string> None = [];

    public static PreviewedMessageAnswer Of(PreviewedMessage message) => new(
        message.Channel, message.Content?.Subject, message.Content?.Text, message.Content?.Html, message.Content?.Url, message.Content?.ImageUrl,
        message.Content?.Data ?? None, message.Content?.Headers ?? None, message.Fault, message.Warnings, message.Bytes,
        message.Sms is { } sms ? SmsCostAnswer.Of(sms) : null);
}
