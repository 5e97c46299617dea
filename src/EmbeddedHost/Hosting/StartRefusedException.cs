namespace EmbeddedHost.Hosting;

/// <summary>The host cannot start for a reason its user can mend. The message is for that user, one line a fault.</summary>
internal sealed class StartRefusedException(string message) : Exception(message);
