using System.Globalization;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Experiments.Allocation;

/// <summary>Somebody who is to be placed in experiments, now.</summary>
/// <param name="PersonId">What the attribute <c>id</c> reads as; null for nobody.</param>
/// <param name="Attributes">What conditions can ask about the person and the moment.</param>
public readonly record struct Applicant(string? PersonId, AttributeMap Attributes, DateTimeOffset Now)
{
    public const string IdAttribute = "id";

    /// <summary>What the person was served before; of two of one experiment and version the first counts.</summary>
    public IReadOnlyList<KeptAssignment>? Kept { get; init; }

    /// <summary>Variants by experiment that a tester asked for. Others then serve their control, so that a test can be repeated.</summary>
    public IReadOnlyDictionary<string, string>? Forced { get; init; }

    /// <summary>A tester looks on: whatever is served counts nowhere, and only what is forced is served.</summary>
    public bool IsTester { get; init; }

    /// <summary>The person is in the group that sees no experiment at all.</summary>
    public bool IsHeldOut { get; init; }

    /// <summary>What is hashed: a text or a number, a dotted path where no attribute has the whole name. Null without one.</summary>
    internal string? Value(string attribute)
    {
        if (attribute == IdAttribute) return string.IsNullOrEmpty(PersonId) ? null : PersonId;
        var value = Attributes[attribute];
        if (value.Kind == AttributeKind.Missing && attribute.Contains('.', StringComparison.Ordinal)) value = Deep(attribute);
        return value.Kind switch
        {
            AttributeKind.Text when value.Text.Length > 0 => value.Text,
            AttributeKind.Number when value.Number != 0 => value.Number.ToString("R", CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    private AttributeValue Deep(string path)
    {
        AttributeValue value = Attributes;
        foreach (var step in path.Split('.')) value = value.Kind == AttributeKind.Map ? value.Map[step] : AttributeValue.Missing;
        return value;
    }
}
