namespace EmbeddedHost.Binding;

/// <summary>Where a parameter's value comes from.</summary>
internal enum ParameterSource
{
    Request,
    Timer,
    Context,
    Cancellation,
    Body,

    /// <summary>The context of an orchestration.</summary>
    Orchestration,

    /// <summary>The input of an orchestration or activity.</summary>
    Input,

    /// <summary>The client of orchestrations.</summary>
    DurableClient,

    /// <summary>A route value of the parameter's name or, where the template has none, a query parameter.</summary>
    Text,
}
