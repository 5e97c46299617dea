namespace PersonalizationEngine.Functions.GraphQl.Errors;

/// <summary>What <c>extensions.code</c> of an error can be.</summary>
internal static class FaultCodes
{
    /// <summary>The request is not one for GraphQL.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>A mutation was sent by GET.</summary>
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    /// <summary>The document is not GraphQL.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document asks what the schema does not have.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>An argument, variable or document is not accepted; <c>field</c> and <c>accepted</c> say more.</summary>
    public const string BadInput = "BAD_USER_INPUT";

    /// <summary>Nobody has the key that says who makes a change.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>The key does not open the field.</summary>
    public const string Forbidden = "FORBIDDEN";

    public const string NotFound = "NOT_FOUND";

    /// <summary>The change contradicts what is there.</summary>
    public const string Conflict = "CONFLICT";

    /// <summary>Somebody else changed it meanwhile; <c>version</c> tells the present one.</summary>
    public const string Outdated = "OUTDATED";

    /// <summary>Above a limit; <c>limit</c> names it and <c>most</c> tells how much would do.</summary>
    public const string TooCostly = "TOO_COSTLY";

    public const string TimedOut = "TIMEOUT";

    /// <summary>A store does not answer.</summary>
    public const string Unavailable = "UNAVAILABLE";

    /// <summary>The fault is ours, and it was logged.</summary>
    public const string Internal = "INTERNAL_SERVER_ERROR";
}
