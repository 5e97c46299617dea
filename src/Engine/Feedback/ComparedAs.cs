namespace PersonalizationEngine.Engine.Feedback;

/// <summary>Which of the two compared lists an item was on.</summary>
public enum ComparedAs
{
    /// <summary>Neither: a slot's content, a pinned item, a list for everybody, or a time when nothing was compared.</summary>
    Neither,
    Personal,
    Comparison,
}
