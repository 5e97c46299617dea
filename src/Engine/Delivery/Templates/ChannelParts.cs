namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>Which parts a message has on each channel.</summary>
public static class ChannelParts
{
    public const string Subject = "subject", Html = "html", Text = "text", Preheader = "preheader", Title = "title", Body = "body", Url = "url",
        ImageUrl = "image_url", Data = "data";

    private const int Line = 1000, Long = 100_000, Html5 = 200_000, Address = 2000;

    private static readonly ChannelPart[] Shown =
    [
        new(Title, true, Line, IsLine: true),
        new(Body, true, 10_000),
        new(Url, false, Address, Escaping.Url, IsLine: true),
        new(ImageUrl, false, Address, Escaping.Url, IsLine: true),
    ];

    /// <summary>By channel, in the order of the channels.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<ChannelPart>> Of { get; } = new Dictionary<string, IReadOnlyList<ChannelPart>>(StringComparer.Ordinal)
    {
        ["email"] =
        [
            new(Subject, true, Line, IsLine: true),
            new(Preheader, false, Line, IsLine: true),
            new(Html, true, Html5, Escaping.Html),
            new(Text, false, Long),
        ],
        ["sms"] = [new(Text, true, 5000)],
        ["push"] = Shown,
        ["website"] = Shown,
    };

    public static bool HasData(string channel) => channel is "push" or "website";
}
