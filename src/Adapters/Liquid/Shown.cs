namespace PersonalizationEngine.Adapters.Liquid;

/// <summary>A place of a source where a value is put out.</summary>
/// <param name="Source">What stands between the braces.</param>
/// <param name="HasDefault">It says what to show when the value is missing.</param>
/// <param name="IsFirst">Nothing stands before it.</param>
internal sealed record Shown(string Source, bool HasDefault, bool IsFirst);
