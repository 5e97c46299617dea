using System.ComponentModel.DataAnnotations;

namespace PersonalizationEngine.Core.Recommendations;

/// <summary>Holds settings to the ranges their properties declare.</summary>
internal static class SettingRanges
{
    /// <summary>What is out of range, one sentence each with name and range; empty when all can be used.</summary>
    public static IReadOnlyList<string> Problems(object settings)
    {
        List<ValidationResult> results = [];
        Validator.TryValidateObject(settings, new ValidationContext(settings), results, validateAllProperties: true);
        return [.. results.Select(result => result.ErrorMessage ?? "unknown fault")];
    }

    /// <exception cref="ArgumentException">A setting is out of range; the message lists every one that is.</exception>
    public static T Checked<T>(T settings)
        where T : class =>
        Problems(settings) is { Count: > 0 } problems
            ? throw new ArgumentException(string.Join(" ", problems), nameof(settings))
            : settings;
}
