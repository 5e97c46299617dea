using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Delivery.Preferences;

/// <summary>What a form of one of our pages, or a mail program, has posted.</summary>
internal sealed class FormFields(IFormCollection form)
{
    private const int MaxBytes = 64 * 1024;

    /// <returns>Null when it is no form, or a very long one.</returns>
    public static async Task<FormFields?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType || request.ContentLength > MaxBytes) return null;
        try
        {
            if (await RequestBody.ReadAsync(request, MaxBytes, cancellationToken) is not { } body) return null;
            request.Body = new MemoryStream(body.ToArray());
            return new FormFields(await request.ReadFormAsync(cancellationToken));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or BadHttpRequestException)
        {
            return null;
        }
    }

    public bool Has(string name, string value) => form[name].Contains(value);

    public bool Has(string name) => form.ContainsKey(name);
}
