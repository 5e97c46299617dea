using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace EmbeddedHost.Binding;

/// <summary>Reads request bodies as JSON of one type.</summary>
internal sealed class BodyReader(JsonTypeInfo type)
{
    /// <exception cref="BindingFailedException">The body is not JSON of that type.</exception>
    public async ValueTask<object?> ReadAsync(HttpContext http)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, type, http.RequestAborted);
        }
        catch (JsonException mistake)
        {
            throw new BindingFailedException($"The body is not a {type.Type.Name}.", mistake);
        }
    }
}
