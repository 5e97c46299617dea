using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Dashboard.Access;

/// <summary>Reads what a page's form has posted.</summary>
internal static class DashboardForms
{
    private const int MaxBytes = 1024 * 1024;

    /// <returns>Null when it is no form, or one larger than 1 MB or with more than 1,024 fields.</returns>
    public static async Task<PostedForm?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType || request.ContentLength > MaxBytes) return null;
        try
        {
            if (await RequestBody.ReadAsync(request, MaxBytes, cancellationToken) is not { } body) return null;
            request.Body = new MemoryStream(body.ToArray());
            var form = await request.ReadFormAsync(cancellationToken);
            return new PostedForm([.. from field in form from value in field.Value select (field.Key, value ?? "")]);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or BadHttpRequestException)
        {
            return null;
        }
    }
}
