using DotLiquid;
using DotLiquid.Tags;

namespace PersonalizationEngine.Adapters.Liquid;

/// <summary>Puts out one value after another, and not as markup.</summary>
public sealed class EscapedCycle : Cycle
{
    public override void Render(Context context, TextWriter result)
    {
        using var own = new BoundedWriter();
        base.Render(context, own);
        result.Write(Run.Of(context).Show(own.ToString()));
    }
}
