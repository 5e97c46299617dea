using System.Globalization;

namespace PersonalizationEngine.Engine.Administration.Listing;

/// <summary>A place in the order in which rules are asked.</summary>
public readonly record struct RulePlace(int Priority, long Id)
{
    /// <returns>Null for what <see cref="ToString"/> would not have said.</returns>
    public static RulePlace? Read(string? text)
    {
        var comma = text?.IndexOf(',', StringComparison.Ordinal) ?? -1;
        return comma > 0
            && int.TryParse(text.AsSpan(0, comma), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var priority)
            && long.TryParse(text.AsSpan(comma + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new RulePlace(priority, id)
            : null;
    }

    /// <summary>Whether a rule is asked after the one at this place.</summary>
    public bool IsBefore(int priority, long id) => priority < Priority || (priority == Priority && id > Id);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Priority},{Id}");
}
