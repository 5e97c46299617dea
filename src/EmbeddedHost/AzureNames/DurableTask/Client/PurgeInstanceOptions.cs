namespace Microsoft.DurableTask.Client;

/// <param name="Recursive">Whether its sub-orchestrations go too; false by default.</param>
public record PurgeInstanceOptions(bool Recursive = false);
