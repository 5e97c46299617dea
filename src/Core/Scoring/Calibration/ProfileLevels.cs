using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Scoring.Calibration;

/// <summary>Which values of an attribute are frequent enough to learn points for.</summary>
public static class ProfileLevels
{
    private const int Fewest = 20, Most = 30;

    /// <summary>The most frequent texts, true or false, and that nothing is known; at most 30, each of at least 20 cases.</summary>
    public static IReadOnlyList<LearnableFeature> Of(IEnumerable<CalibrationCase> cases, string path) =>
    [
        .. cases.Select(one => AttributeFeature.Read(one.Profile, path))
            .Where(value => value.Kind is AttributeKind.Missing or AttributeKind.Text or AttributeKind.Boolean)
            .GroupBy(value => value).Where(level => level.Count() >= Fewest)
            .OrderByDescending(level => level.Count()).ThenBy(level => level.Key.ToString(), StringComparer.Ordinal)
            .Take(Most).Select(level => new AttributeFeature(path, level.Key)),
    ];
}
