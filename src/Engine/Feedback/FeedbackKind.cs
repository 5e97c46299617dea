namespace PersonalizationEngine.Engine.Feedback;

/// <summary>What a frontend reports of a decision.</summary>
public enum FeedbackKind
{
    Impression,
    Click,
    Conversion,
}
