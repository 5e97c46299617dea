using System.Collections;

namespace PersonalizationEngine.Adapters.Liquid;

/// <summary>Keeps what filters make within <see cref="LiquidLimits"/>.</summary>
internal static class Bounded
{
    public static string Text(string? text) => text is null ? ""
        : text.Length <= LiquidLimits.Text ? text
        : throw new LimitReachedException($"a text has more than {LiquidLimits.Text} characters");

    /// <summary>Read to its end, so that no filter waits for another inside of it.</summary>
    public static List<object?> List(object? value)
    {
        var list = new List<object?>();
        foreach (var element in value is string or not IEnumerable ? new[] { value } : (IEnumerable)value)
        {
            if (list.Count == LiquidLimits.Elements) throw new LimitReachedException($"a list has more than {LiquidLimits.Elements} elements");
            list.Add(element);
        }

        return list;
    }

    /// <summary>The length two texts have together, before they are joined.</summary>
    public static string Joined(string left, string right) =>
        left.Length + right.Length <= LiquidLimits.Text ? left + right : Text(new string(' ', LiquidLimits.Text + 1));
}
