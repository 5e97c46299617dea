namespace PersonalizationEngine.Engine.Feedback;

/// <summary>What can be said of personal lists beside the popular one, at 5 %.</summary>
public enum ComparisonVerdict
{
    NotProvenYet,
    Better,
    Worse,
}
