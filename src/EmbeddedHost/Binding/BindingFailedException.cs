namespace EmbeddedHost.Binding;

/// <summary>A request does not fit a function's parameters. The caller gets 500, as on Azure.</summary>
internal sealed class BindingFailedException(string message, Exception? cause = null) : Exception(message, cause);
