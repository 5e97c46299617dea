using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace PersonalizationEngine.Functions.Http;

/// <summary>A definition's version as an entity tag.</summary>
internal static class EntityTag
{
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>
    /// The version a change was made from. Null when the client does not say, or says any (<c>*</c>); a tag that was never ours
    /// reads as version 0, which nothing has.
    /// </summary>
    public static int? Read(HttpRequest request)
    {
        var header = request.Headers.IfMatch;
        if (StringValues.IsNullOrEmpty(header) || header == "*") return null;
        return int.TryParse(header.ToString().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
    }
}
