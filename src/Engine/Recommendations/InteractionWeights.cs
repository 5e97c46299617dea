using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>How much one act on an item says of a person's taste, by activity type; a type not listed says nothing. Range: above 0 to 100.</summary>
public sealed record InteractionWeights(IReadOnlyDictionary<string, double> ByType)
{
    public static InteractionWeights Default { get; } = new(new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["pageview"] = 1,
        ["outbound"] = 2,
        ["button_click"] = 2,
        ["custom_event"] = 2,
        ["copy"] = 2,
        ["form_submit"] = 3,
    });

    /// <summary>The interaction, or null for an activity that says nothing.</summary>
    public Interaction? Of(ItemActivity activity) => ByType.TryGetValue(activity.Type, out var weight)
        ? new Interaction(activity.PersonId, activity.ItemId, activity.SessionId ?? "", weight, activity.At)
        : null;
}
