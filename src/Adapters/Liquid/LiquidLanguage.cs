using DotLiquid;
using DotLiquid.Exceptions;
using PersonalizationEngine.Engine.Delivery.Templates;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Liquid;

/// <summary>Liquid by DotLiquid, with our filters alone and without the tags that reach out of a template.</summary>
public sealed class LiquidLanguage : ITemplateLanguage
{
    internal const SyntaxCompatibility Level = SyntaxCompatibility.DotLiquid22a;

    private static readonly Lock Reading = new();

    static LiquidLanguage() => Tags.Register();

    public Compiled Compile(string source, Escaping escaping)
    {
        var reader = new SourceReader(source);
        if (!reader.Read()) return new Compiled(null, reader.Fault);
        var (template, fault) = Parse(reader.Rewritten);
        return template is null
            ? new Compiled(null, reader.Place(fault!, alone => Parse(alone).Template is not null))
            : new Compiled(new LiquidText(template, escaping, reader.Shown), null);
    }

    public ITemplateScope Prepare(TemplateWords words) => new LiquidScope(words);

    private static (Template? Template, string? Fault) Parse(string source)
    {
        try
        {
            // One at a time: the library fills tables of its own while it reads, and a good template was once refused for it.
            lock (Reading)
            {
                var template = Template.Parse(source, Level);
                template.MakeThreadSafe();
                return (template, null);
            }
        }
        catch (LiquidException exception)
        {
            return (null, exception.Message);
        }
        catch (Exception)
        {
            // Whatever a source brings the library to do must not be more than a template that is not taken.
            return (null, "cannot be read");
        }
    }
}
