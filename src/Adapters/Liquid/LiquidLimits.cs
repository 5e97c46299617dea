namespace PersonalizationEngine.Adapters.Liquid;

/// <summary>What a template may take. An email that is cut off by the largest mailbox providers has 102 KiB.</summary>
internal static class LiquidLimits
{
    /// <summary>Characters of a source, of a text that comes out, and of every text made on the way.</summary>
    public const int Text = 512 * 1024;

    /// <summary>Elements of a list, and rounds of a loop.</summary>
    public const int Elements = 1000;

    /// <summary>Blocks in blocks.</summary>
    public const int Depth = 20;

    /// <summary>Tags and outputs in a source.</summary>
    public const int Marks = 5000;

    /// <summary>Characters between the braces of one tag or output.</summary>
    public const int Mark = 1000;

    /// <summary>Loops in loops multiply; this ends them.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(2);
}
