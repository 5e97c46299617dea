namespace EmbeddedHost.Invocations;

/// <summary>An invocation with an input in JSON.</summary>
internal interface IPayloadInvocation
{
    /// <summary>The input as a parameter's type; nothing where none was given.</summary>
    /// <exception cref="System.Text.Json.JsonException">It cannot be read as that.</exception>
    T? Input<T>();
}
