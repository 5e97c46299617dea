using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace PersonalizationEngine.Dashboard.Frame;

/// <summary>Renders pages to text, on the server and once: what a component loads is waited for.</summary>
public static class HtmlPages
{
    /// <param name="services">Of the request; pages are given their use cases from them.</param>
    public static async Task<string> RenderAsync(
        Type page, Visit visit, IReadOnlyList<(string Name, object? Value)> parameters, IServiceProvider services, ILoggerFactory loggers)
    {
        var given = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);
        given[nameof(Visit)] = visit;
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync(page, ParameterView.FromDictionary(given));
            return root.ToHtmlString();
        });
    }
}
