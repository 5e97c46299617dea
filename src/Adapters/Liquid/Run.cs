using DotLiquid;
using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Adapters.Liquid;

/// <summary>What filters and tags need to know of the rendering they are part of.</summary>
internal sealed class Run(Escaping escaping, IReadOnlyList<Shown> shown, TemplateWords words)
{
    private const string Register = "run";

    private readonly HashSet<object> _markup = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _missing = [];

    public IReadOnlyList<string> Missing => _missing;

    public DateTimeOffset Now => words.Now;

    public TimeZoneInfo Zone => field ??= ZoneOf(words.TimeZone);

    public static Run Of(Context context) => (Run)context.Registers[Register];

    public void Begin(Context context) => context.Registers[Register] = this;

    /// <summary>Another object with the same characters: the one it came from may be shown elsewhere as what it is.</summary>
    public string AsMarkup(string text)
    {
        var own = new string(text.AsSpan());
        if (own.Length > 0) _markup.Add(own);
        return own;
    }

    /// <param name="place">Which output of the source it is.</param>
    public string Show(object? value, int place)
    {
        if (value is null && !shown[place].HasDefault && _missing.Count < LiquidLimits.Elements) _missing.Add(shown[place].Source);
        var text = Words.Of(value);
        if (escaping == Escaping.None || (value is not null && _markup.Contains(value))) return text;
        return escaping == Escaping.Html ? HtmlText.Escape(text) : shown[place].IsFirst ? text : Uri.EscapeDataString(text);
    }

    /// <summary>What a tag writes by itself.</summary>
    public string Show(string text) => escaping switch
    {
        Escaping.Html => HtmlText.Escape(text),
        Escaping.Url => Uri.EscapeDataString(text),
        _ => text,
    };

    public static TimeZoneInfo ZoneOf(string? name) =>
        name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}
