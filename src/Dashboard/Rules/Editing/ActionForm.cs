using PersonalizationEngine.Core.Rules.Conditions.Outlines;

namespace PersonalizationEngine.Dashboard.Rules.Editing;

/// <summary>An action of a rule as it is typed; what its type does not use is kept for when it is changed back.</summary>
/// <param name="Type">As actions name it: <c>show</c>, <c>boost</c>, <c>filter</c>, <c>pin</c>, <c>set</c> or <c>message</c>.</param>
public sealed record ActionForm(string Type)
{
    public static IReadOnlyList<(string Type, string Label)> Types { get; } =
    [
        ("show", "Show content in a slot"), ("boost", "Boost or demote items"), ("filter", "Recommend only some items"),
        ("pin", "Pin an item to a place"), ("set", "Set an attribute of the answer"), ("message", "Send a message"),
    ];

    public string Slot { get; init; } = "";

    public ContentForm Content { get; init; } = ContentForm.Empty;

    /// <summary>On the item, for a boost or a filter.</summary>
    public OutlineGroup Where { get; init; } = OutlineGroup.Everybody;

    public string Factor { get; init; } = "2";

    public string ItemId { get; init; } = "";

    public string Position { get; init; } = "";

    public string Attribute { get; init; } = "";

    /// <summary>One line, or JSON where <see cref="IsJson"/> is set.</summary>
    public string Value { get; init; } = "";

    /// <summary>The value of <c>set</c> is a text, however it looks.</summary>
    public bool AsText { get; init; }

    public bool IsJson { get; init; }

    public string Channel { get; init; } = "email";

    public string Template { get; init; } = "";

    public string EveryDays { get; init; } = "";
}
