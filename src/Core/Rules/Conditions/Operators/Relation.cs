namespace PersonalizationEngine.Core.Rules.Conditions.Operators;

internal enum Relation
{
    Equal,
    NotEqual,
    Less,
    AtMost,
    More,
    AtLeast,
}
