using System.Runtime.CompilerServices;
using DotLiquid;

namespace PersonalizationEngine.Adapters.Liquid;

/// <summary>The tags templates may use. The library's registry of them is one for the process, so ours go into it once.</summary>
internal static class Tags
{
    private static readonly string[] Blocks = ["if", "unless", "case", "for", "capture"],
        Taken = ["comment", "raw"],
        Others = ["assign", "break", "continue", "cycle", "decrement", "else", "elsif", "increment", "when"];

    public static string Known { get; } = string.Join(", ", Blocks.Concat(Taken).Concat(Others).Order(StringComparer.Ordinal));

    public static bool IsKnown(string name) =>
        Blocks.Contains(name) || Taken.Contains(name) || Others.Contains(name) || (name.StartsWith("end", StringComparison.Ordinal) && Blocks.Contains(name[3..]));

    public static bool AreBlocks(string name) => Blocks.Contains(name);

    /// <summary>Those that mean something without a block around them.</summary>
    public static bool StandAlone(string name) => name is "assign" or "cycle" or "decrement" or "increment";

    public static bool AreTakenAsTheyAre(string name) => Taken.Contains(name);

    public static void Register()
    {
        // The library's own go in with its first use and would replace ours.
        RuntimeHelpers.RunClassConstructor(typeof(DotLiquid.Liquid).TypeHandle);
        Template.RegexTimeOut = TimeSpan.FromSeconds(1);
        Template.RegisterTag<BoundedCapture>("capture");
        Template.RegisterTag<EscapedCycle>("cycle");
    }
}
