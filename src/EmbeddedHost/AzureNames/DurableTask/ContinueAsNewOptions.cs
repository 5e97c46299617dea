namespace Microsoft.DurableTask;

/// <summary>How an orchestration begins anew.</summary>
public class ContinueAsNewOptions
{
    public object? NewInput { get; set; }

    /// <summary>Whether events that nobody has waited for are there for the next run; true by default.</summary>
    public bool PreserveUnprocessedEvents { get; set; } = true;
}
