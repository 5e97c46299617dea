namespace EmbeddedHost.Durable.Histories;

/// <summary>A message and whom it is for.</summary>
/// <param name="Id">The instance.</param>
/// <param name="Run">The one run of it that is meant, or <see cref="AnyRun"/>.</param>
internal sealed record Addressed(string Id, long Run, Message Message)
{
    /// <summary>Whichever run there is when the message is taken.</summary>
    public const long AnyRun = 0;
}
