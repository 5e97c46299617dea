using PersonalizationEngine.Engine.Delivery.Links;
using PersonalizationEngine.Engine.Delivery.Sending;

namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>One message being rendered: its parts, what is wrong with it, what is to be said of it.</summary>
/// <param name="track">Whether links are counted.</param>
internal sealed class Rendering(CompiledChannel channel, ITemplateScope scope, MessageLinks links, TemplateFacts facts, bool track)
{
    private const int CutOff = 102 * 1024;

    private readonly List<string> _warnings = [];
    private string? _fault;

    private bool Tracks => track && links.AreReachable && LinkTokens.CanName(facts.MessageId);

    public Rendered Run(PersonLink person)
    {
        if (track && !links.AreReachable) Warn("links are not tracked: PUBLIC_URL is not set");
        var content = channel.Channel switch
        {
            "email" => Email(person),
            "sms" => new MessageContent(Tracked(Text(ChannelParts.Text))),
            _ => Shown(),
        };
        return new Rendered(_fault is null ? content : null, _fault) { Warnings = _warnings.Count == 0 ? null : _warnings };
    }

    private MessageContent Email(PersonLink person)
    {
        var html = HtmlLinks.Replace(Text(ChannelParts.Html), Lead);
        if (Line(ChannelParts.Preheader) is { Length: > 0 } preheader) html = EmailMarkup.WithPreheader(html, preheader);
        var text = channel[ChannelParts.Text] is null ? HtmlToText.Of(html) : Tracked(Text(ChannelParts.Text));
        if (links.TracksOpens && links.Picture(facts.MessageId) is { } picture) html = EmailMarkup.WithPicture(html, picture);
        if (html.Length > CutOff) Warn($"the HTML has {html.Length / 1024} KiB: some mail programs cut it off after 102");
        return new MessageContent(text) { Subject = Line(ChannelParts.Subject), Html = html, Headers = Headers(person) };
    }

    private Dictionary<string, string> Headers(PersonLink person)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (facts.IsCritical) return headers;
        if (links.Unsubscribe(person) is not { } leave)
        {
            Warn("the email has no List-Unsubscribe: PUBLIC_URL is not set");
            return headers;
        }

        headers["List-Unsubscribe"] = $"<{leave}>";
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        return headers;
    }

    private MessageContent Shown() => new(Text(ChannelParts.Body))
    {
        Subject = Line(ChannelParts.Title),
        Url = Address(ChannelParts.Url, isLeading: true),
        ImageUrl = Address(ChannelParts.ImageUrl, isLeading: false),
        Data = channel.Data.ToDictionary(field => field.Key, field => Text($"data.{field.Key}", field.Value), StringComparer.Ordinal),
    };

    private string? Address(string part, bool isLeading)
    {
        if (Line(part) is not { Length: > 0 } url) return null;
        if (!SafeUrls.IsWhole(url)) _fault ??= $"{part}: {SafeUrls.Accepted}";
        return isLeading && Tracks ? links.Tracked(url, facts.MessageId!) : url;
    }

    /// <summary>An address in HTML, made harmless and counted.</summary>
    private string Lead(string url, bool isLeading)
    {
        if (!SafeUrls.IsHarmless(url))
        {
            Warn($"a link was taken out: {SafeUrls.Accepted}");
            return "#";
        }

        return isLeading && Tracks ? links.Tracked(url, facts.MessageId!) : url;
    }

    private string Tracked(string text) => Tracks ? TextLinks.Replace(text, url => links.Tracked(url, facts.MessageId!)) : text;

    private string Line(string part) => EmailMarkup.OneLine(Text(part));

    private string Text(string part) => channel[part] is { } text ? Text(part, text) : "";

    private string Text(string part, ITemplateText text)
    {
        var (rendered, fault, missing) = text.Render(scope);
        if (fault is not null) _fault ??= $"{part}: {fault}";
        foreach (var name in missing) Warn($"{part}: {name} is unknown and has no default");
        return EmailMarkup.WithoutControls(rendered ?? "");
    }

    private void Warn(string warning)
    {
        if (!_warnings.Contains(warning)) _warnings.Add(warning);
    }
}
