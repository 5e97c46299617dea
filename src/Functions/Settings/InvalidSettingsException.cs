namespace PersonalizationEngine.Functions.Settings;

/// <summary>The settings cannot be used.</summary>
internal sealed class InvalidSettingsException(IReadOnlyList<string> faults)
    : Exception($"The settings cannot be used:{Environment.NewLine}{string.Join(Environment.NewLine, faults.Select(fault => $"  - {fault}"))}");
