namespace Microsoft.DurableTask.Client;

/// <param name="Output">The orchestration's output from then on; none by default.</param>
/// <param name="Recursive">Whether its sub-orchestrations end too; false by default.</param>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);
