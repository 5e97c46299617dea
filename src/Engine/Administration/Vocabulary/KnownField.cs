namespace PersonalizationEngine.Engine.Administration.Vocabulary;

/// <summary>An attribute that conditions can ask about.</summary>
/// <param name="Path">As conditions write it.</param>
/// <param name="Kind"><c>text</c>, <c>number</c>, <c>boolean</c> or <c>list</c>.</param>
/// <param name="Values">Some it can have, the most frequent first; empty where they are too many or too personal to be shown.</param>
public sealed record KnownField(string Path, string Kind, IReadOnlyList<string> Values);
