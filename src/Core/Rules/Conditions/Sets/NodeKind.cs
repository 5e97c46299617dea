namespace PersonalizationEngine.Core.Rules.Conditions.Sets;

internal enum NodeKind : byte
{
    Never,
    Always,
    Test,
    All,
    Any,
    Not,
}
