using DotLiquid;
using DotLiquid.Tags;

namespace PersonalizationEngine.Adapters.Liquid;

/// <summary>Keeps what is rendered in it; what was put out in it is escaped already, so it is markup from then on.</summary>
public sealed class BoundedCapture : Capture
{
    public override void Initialize(string tagName, string markup, List<string> tokens)
    {
        _name = markup.Trim();
        base.Initialize(tagName, markup, tokens);
    }

    public override void Render(Context context, TextWriter result)
    {
        using var own = new BoundedWriter();
        RenderAll(NodeList, context, own);
        context.Scopes[^1][_name] = Run.Of(context).AsMarkup(own.ToString());
    }

    private string _name = "";
}
