namespace EmbeddedHost.Binding;

/// <summary>Where a parameter's value comes from.</summary>
internal enum ParameterSource
{
    Request,
    Timer,
    Context,
    Cancellation,
    Body,

    /// <summary>A route value of the parameter's name or, where the template has none, a query parameter.</summary>
    Text,
}
