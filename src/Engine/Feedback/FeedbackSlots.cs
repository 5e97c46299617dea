namespace PersonalizationEngine.Engine.Feedback;

public static class FeedbackSlots
{
    /// <summary>The slot name under which the list of recommendations is reported.</summary>
    public const string Recommendations = "recommendations";
}
