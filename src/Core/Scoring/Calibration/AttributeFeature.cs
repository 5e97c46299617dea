using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Scoring.Calibration;

/// <summary>Points for a profile with this value: 1 or 0.</summary>
/// <param name="Path">A name as conditions have it, such as <c>country</c> or <c>traits.industry</c>.</param>
/// <param name="Level">A text, true or false; <see cref="AttributeValue.Missing"/> for a profile without any.</param>
public sealed record AttributeFeature(string Path, AttributeValue Level) : LearnableFeature
{
    private const string Traits = "traits.";

    public override double ValueOf(IReadOnlyList<double> factors, AttributeMap profile) => Read(profile, Path) == Level ? 1 : 0;

    /// <summary>What a profile says; a null counts as nothing said.</summary>
    public static AttributeValue Read(AttributeMap profile, string path)
    {
        var value = path.StartsWith(Traits, StringComparison.Ordinal)
            ? profile["traits"] is { Kind: AttributeKind.Map } traits ? traits.Map[path[Traits.Length..]] : AttributeValue.Missing
            : profile[path];
        return value.IsPresent ? value : AttributeValue.Missing;
    }
}
