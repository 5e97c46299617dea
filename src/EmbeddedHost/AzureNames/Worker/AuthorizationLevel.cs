namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which keys open an HTTP function. The host's master key opens every one.</summary>
public enum AuthorizationLevel
{
    /// <summary>No key is looked at.</summary>
    Anonymous,

    /// <summary>The master key only, as <see cref="Admin"/>.</summary>
    User,

    /// <summary>The host's default key or the function's own.</summary>
    Function,

    /// <summary>The master key only, as <see cref="Admin"/>.</summary>
    System,

    /// <summary>The master key only.</summary>
    Admin,
}
