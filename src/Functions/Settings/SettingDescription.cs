namespace PersonalizationEngine.Functions.Settings;

/// <summary>A setting as the page on settings tells of it.</summary>
/// <param name="Name">Of an environment variable, or dotted in the file.</param>
/// <param name="Unit">Empty where there is none.</param>
/// <param name="Range">What is accepted.</param>
/// <param name="ReadBy">The part of the house that goes by it.</param>
internal sealed record SettingDescription(string Name, string Default, string Unit, string Range, string ReadBy);
