using System.Globalization;

namespace PersonalizationEngine.GorseServer.Requests;

/// <summary>The query parameters of lists.</summary>
public static class Asked
{
    private const int Default = 10;

    public static int Count(HttpRequest request) => Whole(request, "n", Default);

    public static int Offset(HttpRequest request) => Whole(request, "offset", 0);

    /// <summary>An item must have all of them; the one of the path counts too.</summary>
    public static IReadOnlyCollection<string> Categories(HttpRequest request, string? ofPath) =>
        [.. request.Query["category"].Append(ofPath).OfType<string>().Where(category => category.Length > 0)];

    public static string? User(HttpRequest request) => Text(request, "user-id");

    public static string? Text(HttpRequest request, string name) =>
        request.Query[name].FirstOrDefault() is { Length: > 0 } text ? text : null;

    /// <summary>Names of query parameters are told apart by case, unlike in ASP.NET.</summary>
    public static string Cursor(HttpRequest request) => request.QueryString.Value!.TrimStart('?').Split('&')
        .Select(parameter => parameter.Split('=', 2)).Where(parameter => parameter is ["cursor", _])
        .Select(parameter => Uri.UnescapeDataString(parameter[1])).FirstOrDefault() ?? "";

    private static int Whole(HttpRequest request, string name, int otherwise)
    {
        if (Text(request, name) is not { } text) return otherwise;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : throw RefusedRequestException.BadRequest($"strconv.Atoi: parsing \"{text}\": invalid syntax");
    }
}
