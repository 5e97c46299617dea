namespace PersonalizationEngine.Engine.Administration.Configuration;

/// <summary>A setting as it holds in this process.</summary>
/// <param name="Section">What it stands under; empty for one of the environment.</param>
/// <param name="Value">Null where the default holds, and always null for a secret.</param>
/// <param name="Source">Where it was set; null where the default holds.</param>
/// <param name="IsSecret">Its value is told to nobody, not even in part.</param>
public sealed record LoadedSetting(
    string Name, string Section, string? Value, SettingSource? Source, string Default, string Unit, string Accepted, bool IsSecret);
