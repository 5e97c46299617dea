using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>
/// How much one act on an item says of a person's taste: by the name of a custom event where that is listed, otherwise by activity
/// type; what is not listed says nothing. Range: above 0 to 100. Names are compared without regard to case.
/// </summary>
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
    })
    {
        ByName = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
        {
            ["add_to_wishlist"] = 3,
            ["add_to_cart"] = 4,
            ["checkout_started"] = 4,
            ["purchase"] = 5,
            ["order_completed"] = 5,
            ["checkout_completed"] = 5,
        },
        Purchases = new HashSet<string>(["purchase", "order_completed", "checkout_completed"], StringComparer.OrdinalIgnoreCase),
    };

    /// <summary>By event name.</summary>
    public IReadOnlyDictionary<string, double> ByName { get; init; } = new Dictionary<string, double>();

    /// <summary>Activity types and event names that say the item was bought.</summary>
    public IReadOnlySet<string> Purchases { get; init; } = new HashSet<string>();

    /// <summary>0 for an act that says nothing.</summary>
    public double WeightOf(string type, string? name) =>
        name is not null && ByName.TryGetValue(name, out var weight) ? weight : ByType.GetValueOrDefault(type);

    public bool IsPurchase(string type, string? name) => Purchases.Contains(type) || (name is not null && Purchases.Contains(name));

    /// <summary>The interaction, or null for an activity that says nothing.</summary>
    public Interaction? Of(ItemActivity activity) => WeightOf(activity.Type, activity.Name) is > 0 and var weight
        ? new Interaction(activity.PersonId, activity.ItemId, activity.SessionId ?? "", weight, activity.At)
        {
            IsPurchase = IsPurchase(activity.Type, activity.Name),
        }
        : null;
}
