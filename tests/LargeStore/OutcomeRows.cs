using static PersonalizationEngine.LargeStore.Series;

namespace PersonalizationEngine.LargeStore;

/// <summary>What was shown, clicked and reached, and who was served which variant and rule.</summary>
internal static class OutcomeRows
{
    private const string Sources = "case i % 4 when 0 then 'user_based' when 1 then 'item_based' when 2 then 'trending' else 'popular' end";

    /// <summary>Spread over the four weeks, rising with the number.</summary>
    private static string At(string count) => $"@now - 28 * {Day} + i * (28 * {Day} / ({count}))";

    public static readonly string[] All =
    [
        Shown("impression", "3 * @people", "i"),
        // One in twenty of what was shown.
        Shown("click", "3 * @people / 20", "(i * 20)"),
        .. from experiment in Enumerable.Range(1, StoreSize.Experiments - 2)
           from sql in Served(experiment)
           select sql,
        Insert(
            "conversions", "source, event_id, person_id, goal, value, currency, variants, occurred_at, identity", "@people / 5",
            $"'cdp', 'goal#' || i, {Person("(i * 7919) % @people")}, case i % 3 when 0 then 'contract' else 'signup' end, 10 + i % 500, 'EUR', '', "
            + $"{At("@people / 5")}, {Person("(i * 7919) % @people")}"),
        Insert(
            "rule_exposures", "rule_id, person_id, held_out, first_at", $"{StoreSize.Rules} * (@people / 10)",
            $"1 + i % {StoreSize.Rules}, {Person($"i / {StoreSize.Rules} * 10 + i % 10")}, {Drawn("i", 9, 20)} = 0, {At($"{StoreSize.Rules} * (@people / 10)")}"),
    ];

    private static string Shown(string kind, string count, string shown) => Insert(
        "feedback", "kind, decision_key, slot, item_id, person_id, source, variants, occurred_at", count,
        $"'{kind}', printf('%032x', {shown}), 'recommendations', printf('item-%03d', {Drawn(shown, 11, StoreSize.Items)}), "
        + $"{Person($"({shown} * 7919) % @people")}, {Sources}, '', {At(count)}");

    private static IEnumerable<string> Served(int experiment)
    {
        var variant = $"case {Drawn("i", 20 + experiment, 2)} when 0 then 'control' else 'bold' end";
        yield return Insert(
            "exposures", "experiment_id, person_id, variant, exposed_at", "@people / 2", $"{experiment}, {Person("i")}, {variant}, {At("@people / 2")}");
        yield return Insert(
            "assignments", "person_id, experiment_id, bucket_version, variant, assigned_at", "@people / 2",
            $"{Person("i")}, {experiment}, 0, {variant}, {At("@people / 2")}");
    }
}
