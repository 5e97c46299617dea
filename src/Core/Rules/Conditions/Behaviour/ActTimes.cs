using System.Globalization;
using System.Text.Json;

namespace PersonalizationEngine.Core.Rules.Conditions.Behaviour;

/// <summary>How often something must have happened, both ends included; each from 0 to <see cref="Most"/>.</summary>
internal readonly record struct ActTimes(int AtLeast, int AtMost)
{
    /// <summary>Beyond that nobody counts: so many instants are kept of a person and pattern.</summary>
    public const int Most = 100;

    public const string Accepted = "must be a whole number from 1 to 100 (at least so often), or an object of $gte, $gt, $lte, $lt, $eq with whole numbers from 0 to 100";

    public static ActTimes Once { get; } = new(1, int.MaxValue);

    public bool Admits(int times) => times >= AtLeast && times <= AtMost;

    public string Wording => (AtLeast, AtMost) switch
    {
        (_, 0) => "never",
        (0, _) => $"at most {Times(AtMost)}",
        (_, int.MaxValue) => $"at least {Times(AtLeast)}",
        _ when AtLeast == AtMost => $"exactly {Times(AtLeast)}",
        _ => $"{AtLeast} to {Times(AtMost)}",
    };

    public static string Times(int times) => times == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{times} times");

    /// <summary>Null for what is not <see cref="Accepted"/>.</summary>
    public static ActTimes? Read(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Number) return Whole(json) is > 0 and var least ? new ActTimes(least, int.MaxValue) : null;
        if (json.ValueKind != JsonValueKind.Object) return null;

        var (from, to, any) = (0, int.MaxValue, false);
        foreach (var member in json.EnumerateObject())
        {
            if (Whole(member.Value) is not { } number) return null;
            (int From, int To)? bound = member.Name switch
            {
                "$gte" => (number, int.MaxValue),
                "$gt" => (number + 1, int.MaxValue),
                "$lte" => (0, number),
                "$lt" => (0, number - 1),
                "$eq" => (number, number),
                _ => null,
            };
            if (bound is not { } found) return null;
            (from, to, any) = (Math.Max(from, found.From), Math.Min(to, found.To), true);
        }

        return any && from <= to && from <= Most ? new ActTimes(from, to) : null;
    }

    private static int? Whole(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number) && number is >= 0 and <= Most ? number : null;
}
