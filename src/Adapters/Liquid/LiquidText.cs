using System.Collections.Concurrent;
using System.Globalization;
using DotLiquid;
using DotLiquid.Exceptions;
using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Adapters.Liquid;

/// <summary>A text of the library. What it renders in is used again: finding the filters takes longer than a text does.</summary>
internal sealed class LiquidText(Template template, Escaping escaping, IReadOnlyList<Shown> shown) : ITemplateText
{
    private const int MostKept = 16;

    private static readonly ConcurrentBag<Context> Rested = [];

    public RenderedText Render(ITemplateScope scope)
    {
        var given = (LiquidScope)scope;
        var run = new Run(escaping, shown, given.Words);
        var context = Rested.TryTake(out var rested) ? rested : NewContext();
        try
        {
            context.Environments.Add(given.Variables);
            if (context.Scopes.Count == 0) context.Scopes.Add([]);
            run.Begin(context);
            using var writer = new BoundedWriter();
            template.Render(writer, RenderParameters.FromContext(context, CultureInfo.InvariantCulture));
            return new RenderedText(writer.ToString(), null, run.Missing);
        }
        catch (Exception exception)
        {
            // Whatever a template brings the library to do must not be more than a message that is not sent.
            return new RenderedText(null, Describe(exception), run.Missing);
        }
        finally
        {
            Rest(context);
        }
    }

    private static Context NewContext()
    {
#pragma warning disable CS0618 // The form with a token would have us own a timer for each text.
        var context = new Context([], [], [], ErrorsOutputMode.Rethrow, LiquidLimits.Elements, (int)LiquidLimits.Time.TotalMilliseconds, CultureInfo.InvariantCulture)
        {
            SyntaxCompatibilityLevel = LiquidLanguage.Level,
            UseRubyDateFormat = true,
        };
#pragma warning restore CS0618
        context.AddFilters(KnownFilters.Types);
        return context;
    }

    private static void Rest(Context context)
    {
        if (Rested.Count >= MostKept) return;
        context.Environments.Clear();
        context.Scopes.Clear();
        context.Registers.Clear();
        context.Errors.Clear();
        Rested.Add(context);
    }

    private static string Describe(Exception exception) => exception switch
    {
        TimeoutException => $"rendering takes longer than {LiquidLimits.Time.TotalSeconds} s",
        LiquidException or RenderException => exception.Message,
        _ => "a filter or a tag cannot work with what it is given",
    };
}
