namespace PersonalizationEngine.Functions.GraphQl.Access;

/// <summary>Which key opens a field.</summary>
internal enum KeyLevel
{
    /// <summary>The one that opens the function.</summary>
    Function,

    /// <summary>The master key, as the endpoints under <c>/api/v1/admin</c>.</summary>
    Admin,
}
